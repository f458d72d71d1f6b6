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

-- The lowest that a balance may be, in minutes, by the numbers of a rule and what the account has given.
CREATE OR REPLACE FUNCTION public.timebank_floor(p_base bigint, p_percent bigint, p_cap bigint, p_given bigint)
RETURNS bigint IMMUTABLE LANGUAGE sql AS $$
  SELECT -(p_base + least(p_cap, greatest(p_given, 0) * p_percent / 100))
$$;

-- The numbers by which an account's floor is reckoned: its own limit, or the newest rule's.
CREATE OR REPLACE FUNCTION public.timebank_rule_of(
  p_account bigint, OUT base bigint, OUT growth_percent bigint, OUT growth_cap bigint
) LANGUAGE plpgsql AS $$
BEGIN
  SELECT a.own_limit, 0, 0 INTO base, growth_percent, growth_cap FROM public.timebank_account a WHERE a.id = p_account;
  IF base IS NULL THEN
    SELECT r.base, r.growth_percent, r.growth_cap INTO base, growth_percent, growth_cap
      FROM public.timebank_limitrule r ORDER BY r.id DESC LIMIT 1;
  END IF;
  base := coalesce(base, 0);
  growth_percent := coalesce(growth_percent, 0);
  growth_cap := coalesce(growth_cap, 0);
END $$;

-- A new account begins with nothing; its name and owner stay; its own limit sets its floor.
CREATE OR REPLACE FUNCTION public.timebank_account_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.timebank_accountbalance
        (account_id, minutes, reserved, given, had, base, growth_percent, growth_cap, floor, last_entry)
      SELECT NEW.id, 0, 0, 0, 0, r.base, r.growth_percent, r.growth_cap,
        public.timebank_floor(r.base, r.growth_percent, r.growth_cap, 0), 0
        FROM public.timebank_rule_of(NEW.id) r;
    RETURN NULL;
  END IF;
  IF (NEW.id, NEW.slug, NEW.kind, NEW.area_id, NEW.organisation_id)
    IS DISTINCT FROM (OLD.id, OLD.slug, OLD.kind, OLD.area_id, OLD.organisation_id) THEN
    RAISE EXCEPTION 'An account stays with its owner and keeps its name.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_account_stays';
  END IF;
  PERFORM public.timebank_set_floors(ARRAY[NEW.id]);
  RETURN NULL;
END $$;

-- A new rule sets every floor, and is refused where an account would be below it.
CREATE OR REPLACE FUNCTION public.timebank_limit_rule_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.timebank_set_floors(ARRAY(SELECT b.account_id FROM public.timebank_accountbalance b));
  RETURN NULL;
END $$;

-- Sets the floors of these accounts by the rules as they are.
CREATE OR REPLACE FUNCTION public.timebank_set_floors(p_accounts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.timebank_lock(p_accounts, NULL);
  UPDATE public.timebank_accountbalance b
    SET base = r.base, growth_percent = r.growth_percent, growth_cap = r.growth_cap,
      floor = public.timebank_floor(r.base, r.growth_percent, r.growth_cap, b.given)
    FROM unnest(p_accounts) AS l (account) CROSS JOIN LATERAL public.timebank_rule_of(l.account) r
    WHERE b.account_id = l.account;
END $$;

-- Entries are added in the transaction that made their transfer, no more than it says; the balance follows at once, and
-- the entry says what the account had after it. The balance's row makes others wait, so an entry has its number and its
-- moment from when it is its turn.
CREATE OR REPLACE FUNCTION public.timebank_entry_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id IS DISTINCT FROM currval('public.timebank_entry_id_seq') THEN
    RAISE EXCEPTION 'An account''s entries are added one after another.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_entry_follows';
  END IF;
  UPDATE public.timebank_accountbalance b
    SET minutes = b.minutes + NEW.minutes,
      given = b.given + CASE WHEN NEW.side = 'gave' THEN NEW.minutes ELSE 0 END,
      had = b.had - CASE WHEN NEW.side = 'had' THEN NEW.minutes ELSE 0 END,
      floor = public.timebank_floor(b.base, b.growth_percent, b.growth_cap,
        b.given + CASE WHEN NEW.side = 'gave' THEN NEW.minutes ELSE 0 END),
      last_entry = CASE WHEN b.last_entry < NEW.id THEN NEW.id ELSE nextval('public.timebank_entry_id_seq') END
    FROM public.timebank_transfer t
    WHERE b.account_id = NEW.account_id AND t.id = NEW.transfer_id AND t.txid = pg_current_xact_id()
      AND t.minutes >= abs(NEW.minutes) + (SELECT coalesce(sum(abs(e.minutes)), 0) FROM public.timebank_entry e
        WHERE e.transfer_id = NEW.transfer_id AND (e.minutes > 0) = (NEW.minutes > 0))
    RETURNING b.last_entry, b.minutes, b.given, b.had, clock_timestamp()
      INTO NEW.id, NEW.balance_after, NEW.given_after, NEW.had_after, NEW.posted_at;
  IF NOT FOUND THEN
    PERFORM public.timebank_refuse_entry(NEW.transfer_id, NEW.account_id);
  END IF;
  RETURN NEW;
END $$;

-- Says why an entry is not added.
CREATE OR REPLACE FUNCTION public.timebank_refuse_entry(p_transfer bigint, p_account bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.timebank_accountbalance b WHERE b.account_id = p_account) THEN
    RAISE EXCEPTION 'There is no account %.', p_account
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'timebank_entry_of_an_account';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM public.timebank_transfer t WHERE t.id = p_transfer AND t.txid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'Entries are added together with their transfer, not later.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_entry_with_its_transfer';
  END IF;
  RAISE EXCEPTION 'The entries would come to more than their transfer says.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_entry_within_its_transfer';
END $$;

-- When a transaction ends, each balance that it wrote says what an entry of the account says, no earlier one than before;
-- what is reserved and the rule's numbers are looked at where they changed.
CREATE OR REPLACE FUNCTION public.timebank_balance_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.timebank_entry e WHERE e.id = NEW.last_entry AND e.account_id = NEW.account_id
    AND e.balance_after = NEW.minutes AND e.given_after = NEW.given AND e.had_after = NEW.had;
  IF NOT FOUND AND (NEW.last_entry <> 0 OR NEW.minutes <> 0 OR NEW.given <> 0 OR NEW.had <> 0)
    OR NEW.floor <> public.timebank_floor(NEW.base, NEW.growth_percent, NEW.growth_cap, NEW.given) THEN
    PERFORM public.timebank_refuse_balance();
  ELSIF TG_OP = 'UPDATE' THEN
    IF NEW.last_entry < OLD.last_entry THEN
      PERFORM public.timebank_refuse_balance();
    END IF;
    IF NEW.reserved <> OLD.reserved THEN
      PERFORM public.timebank_reserved_true(NEW.account_id);
    END IF;
    IF NEW.base <> OLD.base OR NEW.growth_percent <> OLD.growth_percent OR NEW.growth_cap <> OLD.growth_cap THEN
      PERFORM public.timebank_rule_true(NEW.account_id);
    END IF;
  ELSE
    PERFORM public.timebank_reserved_true(NEW.account_id);
    PERFORM public.timebank_rule_true(NEW.account_id);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION public.timebank_refuse_balance() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A balance follows from entries and holds, and this one does not.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'timebank_balance_follows';
END $$;

-- Refuses where an account keeps another number as reserved than its open holds come to.
CREATE OR REPLACE FUNCTION public.timebank_reserved_true(p_account bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.timebank_accountbalance b WHERE b.account_id = p_account AND b.reserved =
    (SELECT coalesce(sum(h.minutes), 0) FROM public.timebank_hold h WHERE h.account_id = p_account AND h.ended_at IS NULL);
  IF NOT FOUND THEN
    PERFORM public.timebank_refuse_balance();
  END IF;
END $$;

-- Refuses where an account keeps other numbers than those of the rule that is in force for it.
CREATE OR REPLACE FUNCTION public.timebank_rule_true(p_account bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.timebank_accountbalance b CROSS JOIN LATERAL public.timebank_rule_of(p_account) r
    WHERE b.account_id = p_account
      AND (b.base, b.growth_percent, b.growth_cap) = (r.base, r.growth_percent, r.growth_cap);
  IF NOT FOUND THEN
    PERFORM public.timebank_refuse_balance();
  END IF;
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
