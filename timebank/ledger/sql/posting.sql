-- Posts a transfer, in one round trip, and gives its number; for the same key with the same content less than nothing: the
-- number of the transfer that there is, with a minus. The key is taken, the holds of a session are ended, the entries
-- added in the order of the accounts' numbers. Each waits for its turn at its account's balance (timebank_entry_stamp), so
-- two postings never wait for each other; only one that ends holds has to take all its turns at the beginning.
CREATE OR REPLACE FUNCTION public.timebank_post(
  p_public_id uuid, p_key text, p_kind text, p_accounts bigint[], p_minutes integer[], p_sides text[], p_note text,
  p_by bigint, p_session uuid, p_reverses bigint, p_spend uuid
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
  arrives bigint := 0;
  part integer;
BEGIN
  FOREACH part IN ARRAY p_minutes LOOP
    arrives := arrives + greatest(part, 0);
  END LOOP;
  IF p_spend IS NOT NULL THEN
    PERFORM public.timebank_lock(p_accounts, p_spend);
  END IF;
  INSERT INTO public.timebank_transfer AS t
      (public_id, key, kind, minutes, note, by_id, session_ref, reverses_id)
    VALUES (p_public_id, p_key, p_kind, arrives, p_note, p_by, p_session, p_reverses)
    ON CONFLICT (key) DO NOTHING
    RETURNING t.id INTO number;
  IF number IS NULL THEN
    RETURN -public.timebank_replay(p_key, p_kind, p_accounts, p_minutes, p_sides, p_note, p_session, p_reverses);
  END IF;
  IF p_spend IS NOT NULL THEN
    UPDATE public.timebank_hold h
      SET ended_at = now(), outcome = CASE WHEN h.account_id = ANY (p_accounts) THEN 'spent' ELSE 'released' END
      WHERE h.session_ref = p_spend AND h.ended_at IS NULL;
  END IF;
  INSERT INTO public.timebank_entry (transfer_id, account_id, minutes, side)
    SELECT number, l.account, l.minutes, l.side
      FROM unnest(p_accounts, p_minutes, p_sides) AS l (account, minutes, side) ORDER BY l.account;
  RETURN number;
END $$;

-- Waits for its turn at these accounts, and at those that hold minutes for the session that is to be spent.
CREATE OR REPLACE FUNCTION public.timebank_lock(p_accounts bigint[], p_session uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF p_session IS NOT NULL THEN
    p_accounts := p_accounts || ARRAY(
      SELECT h.account_id FROM public.timebank_hold h WHERE h.session_ref = p_session AND h.ended_at IS NULL);
  END IF;
  PERFORM 1 FROM public.timebank_accountbalance b WHERE b.account_id = ANY (p_accounts)
    ORDER BY b.account_id FOR NO KEY UPDATE;
END $$;

-- The number of the transfer that has the key already, where it says the same.
CREATE OR REPLACE FUNCTION public.timebank_replay(
  p_key text, p_kind text, p_accounts bigint[], p_minutes integer[], p_sides text[], p_note text, p_session uuid,
  p_reverses bigint
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  there record;
BEGIN
  SELECT t.* INTO there FROM public.timebank_transfer t WHERE t.key = p_key;
  IF (there.kind, there.note, there.session_ref, there.reverses_id)
      IS DISTINCT FROM (p_kind::varchar, p_note::varchar, p_session, p_reverses)
    OR (SELECT jsonb_agg(jsonb_build_array(e.account_id, e.minutes, e.side) ORDER BY e.account_id)
        FROM public.timebank_entry e WHERE e.transfer_id = there.id)
      IS DISTINCT FROM
      (SELECT jsonb_agg(jsonb_build_array(l.account, l.minutes, l.side) ORDER BY l.account)
        FROM unnest(p_accounts, p_minutes, p_sides) AS l (account, minutes, side)) THEN
    RAISE EXCEPTION 'The key % belongs to another transfer.', p_key
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'timebank_transfer_key_taken';
  END IF;
  RETURN there.id;
END $$;

-- Posts the turned entries of a transfer.
CREATE OR REPLACE FUNCTION public.timebank_reverse(
  p_public_id uuid, p_key text, p_transfer bigint, p_note text, p_by bigint
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  turned record;
  its_session uuid;
BEGIN
  SELECT array_agg(e.account_id ORDER BY e.account_id) AS accounts, array_agg(-e.minutes ORDER BY e.account_id) AS minutes,
      array_agg(e.side::text ORDER BY e.account_id) AS sides
    INTO turned FROM public.timebank_entry e WHERE e.transfer_id = p_transfer;
  SELECT t.session_ref INTO its_session FROM public.timebank_transfer t WHERE t.id = p_transfer;
  RETURN public.timebank_post(p_public_id, p_key, 'reversal', turned.accounts, turned.minutes, turned.sides, p_note,
    p_by, its_session, p_transfer, NULL);
END $$;

-- Which accounts a posting would take below their limits as they stand now, for the words of a refusal.
CREATE OR REPLACE FUNCTION public.timebank_below(
  p_accounts bigint[], p_minutes integer[], p_sides text[], p_spend uuid
) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN (
    SELECT jsonb_agg(jsonb_build_object('account', f.account, 'minutes', f.free, 'floor', f.floor) ORDER BY f.account)
      FROM (
        SELECT l.account, b.minutes + l.minutes - b.reserved + coalesce((SELECT sum(h.minutes)
            FROM public.timebank_hold h
            WHERE h.account_id = l.account AND h.session_ref = p_spend AND h.ended_at IS NULL), 0) AS free,
          public.timebank_floor(b.base, b.growth_percent, b.growth_cap,
            b.given + CASE WHEN l.side = 'gave' THEN l.minutes ELSE 0 END) AS floor
          FROM unnest(p_accounts, p_minutes, p_sides) AS l (account, minutes, side)
          JOIN public.timebank_accountbalance b ON b.account_id = l.account) f
      WHERE f.free < f.floor);
END $$;
