-- What the triggers of the ledger run. Every name is written with its schema, so that a temporary table of the same
-- name can't stand in for ours. A refusal names its rule as a constraint does (timebank.ledger.errors reads that).

-- Balances are kept by triggers: a statement of somebody's own comes at depth 1, a trigger's at depth 2 or more.
-- Whoever hides a write in a trigger of their own meets timebank_balance_true when the transaction ends.
CREATE OR REPLACE FUNCTION public.timebank_only_triggers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'Balances follow from entries and are never written (% refused).', TG_OP
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'timebank_balance_written_by_triggers';
  END IF;
  RETURN NULL;
END $$;

-- The lowest that an account's balance may be, in minutes: its own limit, or the rule's with what it has given.
CREATE OR REPLACE FUNCTION public.timebank_floor(p_account bigint, p_given bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  own bigint;
  rule record;
BEGIN
  SELECT a.own_limit INTO own FROM public.timebank_account a WHERE a.id = p_account;
  IF own IS NOT NULL THEN
    RETURN -own;
  END IF;
  SELECT r.base, r.growth_percent, r.growth_cap INTO rule FROM public.timebank_limitrule r ORDER BY r.id DESC LIMIT 1;
  RETURN coalesce(-(rule.base + least(rule.growth_cap, greatest(p_given, 0) * rule.growth_percent / 100)), 0);
END $$;

-- A new account begins with nothing; its name and owner stay; its own limit sets its floor.
CREATE OR REPLACE FUNCTION public.timebank_account_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.timebank_accountbalance (account_id, minutes, reserved, given, had, floor, last_entry)
      VALUES (NEW.id, 0, 0, 0, 0, public.timebank_floor(NEW.id, 0), 0);
    RETURN NULL;
  END IF;
  IF (NEW.id, NEW.slug, NEW.kind, NEW.area_id, NEW.organisation_id)
    IS DISTINCT FROM (OLD.id, OLD.slug, OLD.kind, OLD.area_id, OLD.organisation_id) THEN
    RAISE EXCEPTION 'An account stays with its owner and keeps its name.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_account_stays';
  END IF;
  PERFORM 1 FROM public.timebank_accountbalance b WHERE b.account_id = NEW.id FOR NO KEY UPDATE;
  UPDATE public.timebank_accountbalance b SET floor = public.timebank_floor(NEW.id, b.given) WHERE b.account_id = NEW.id;
  RETURN NULL;
END $$;

-- A new rule sets every floor, and is refused where an account would be below it.
CREATE OR REPLACE FUNCTION public.timebank_limit_rule_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.timebank_accountbalance b ORDER BY b.account_id FOR NO KEY UPDATE;
  UPDATE public.timebank_accountbalance b SET floor = public.timebank_floor(b.account_id, b.given);
  RETURN NULL;
END $$;

-- The database says when a transfer was made, and in which transaction.
CREATE OR REPLACE FUNCTION public.timebank_transfer_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.txid := pg_current_xact_id();
  NEW.posted_at := clock_timestamp();
  RETURN NEW;
END $$;

-- Entries are added in the transaction that made their transfer, and say what the account had after them.
CREATE OR REPLACE FUNCTION public.timebank_entry_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made record;
  kept record;
BEGIN
  SELECT t.txid, t.posted_at INTO made FROM public.timebank_transfer t WHERE t.id = NEW.transfer_id;
  IF made.txid IS DISTINCT FROM pg_current_xact_id() THEN
    RAISE EXCEPTION 'Entries are added together with their transfer, not later.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_entry_with_its_transfer';
  END IF;
  SELECT b.minutes, b.given, b.had INTO kept FROM public.timebank_accountbalance b
    WHERE b.account_id = NEW.account_id FOR NO KEY UPDATE;
  NEW.posted_at := made.posted_at;
  NEW.balance_after := kept.minutes + NEW.minutes;
  NEW.given_after := kept.given + CASE WHEN NEW.side = 'gave' THEN NEW.minutes ELSE 0 END;
  NEW.had_after := kept.had - CASE WHEN NEW.side = 'had' THEN NEW.minutes ELSE 0 END;
  RETURN NEW;
END $$;

-- The balance follows, entry by entry in the order of their numbers.
CREATE OR REPLACE FUNCTION public.timebank_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.timebank_accountbalance b
    SET minutes = NEW.balance_after, given = NEW.given_after, had = NEW.had_after, last_entry = NEW.id,
      floor = CASE WHEN NEW.side = 'gave' THEN public.timebank_floor(b.account_id, NEW.given_after) ELSE b.floor END
    WHERE b.account_id = NEW.account_id AND b.last_entry < NEW.id AND b.minutes + NEW.minutes = NEW.balance_after;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'An account''s entries are added one after another.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_entry_follows';
  END IF;
  RETURN NULL;
END $$;

-- When a transaction ends, a balance that it wrote says what the account's last entry and its holds say.
CREATE OR REPLACE FUNCTION public.timebank_balance_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept record;
  last_one record;
BEGIN
  SELECT b.* INTO kept FROM public.timebank_accountbalance b WHERE b.account_id = NEW.account_id;
  SELECT e.id, e.balance_after, e.given_after, e.had_after INTO last_one
    FROM public.timebank_entry e WHERE e.account_id = NEW.account_id ORDER BY e.id DESC LIMIT 1;
  IF (kept.minutes, kept.given, kept.had, kept.last_entry)
      IS DISTINCT FROM (coalesce(last_one.balance_after, 0), coalesce(last_one.given_after, 0),
        coalesce(last_one.had_after, 0), coalesce(last_one.id, 0))
    OR kept.reserved <> (SELECT coalesce(sum(h.minutes), 0) FROM public.timebank_hold h
      WHERE h.account_id = NEW.account_id AND h.ended_at IS NULL)
    OR kept.floor <> public.timebank_floor(NEW.account_id, kept.given) THEN
    RAISE EXCEPTION 'A balance follows from entries and holds, and this one does not.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_balance_follows';
  END IF;
  RETURN NULL;
END $$;

-- Reserved minutes are made open, and end once.
CREATE OR REPLACE FUNCTION public.timebank_hold_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.ended_at IS NULL THEN
    NEW.made_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
    AND (NEW.id, NEW.account_id, NEW.session_ref, NEW.minutes, NEW.by_id, NEW.made_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.account_id, OLD.session_ref, OLD.minutes, OLD.by_id, OLD.made_at) THEN
    NEW.ended_at := clock_timestamp();
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Reserved minutes are spent or released once, and nothing else of them changes.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_hold_ends_once';
END $$;

CREATE OR REPLACE FUNCTION public.timebank_hold_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.timebank_accountbalance b
    SET reserved = b.reserved + CASE WHEN TG_OP = 'INSERT' THEN NEW.minutes ELSE -NEW.minutes END
    WHERE b.account_id = NEW.account_id;
  RETURN NULL;
END $$;
