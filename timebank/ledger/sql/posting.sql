-- Posts a transfer, in one round trip. The same key with the same content gives the transfer that there is (is_replay).
-- The balances are locked in the order of the accounts' numbers, so that two postings never wait for each other; then
-- the key is taken, the holds of a session are ended, the limits looked at, the entries added.
CREATE OR REPLACE FUNCTION public.timebank_post(
  p_key text, p_kind text, p_accounts bigint[], p_minutes integer[], p_sides text[], p_note text, p_by bigint,
  p_session uuid, p_reverses bigint, p_spend uuid
) RETURNS TABLE (transfer_id bigint, transfer_public_id uuid, transfer_posted_at timestamptz, is_replay boolean)
LANGUAGE plpgsql AS $$
DECLARE
  below jsonb;
BEGIN
  PERFORM public.timebank_lock(p_accounts, p_spend);
  INSERT INTO public.timebank_transfer AS t
      (public_id, key, kind, minutes, note, by_id, session_ref, reverses_id)
    VALUES (gen_random_uuid(), p_key, p_kind, (SELECT coalesce(sum(m), 0) FROM unnest(p_minutes) m WHERE m > 0),
      p_note, p_by, p_session, p_reverses)
    ON CONFLICT (key) DO NOTHING
    RETURNING t.id, t.public_id, t.posted_at INTO transfer_id, transfer_public_id, transfer_posted_at;
  IF transfer_id IS NULL THEN
    RETURN QUERY SELECT * FROM
      public.timebank_replay(p_key, p_kind, p_accounts, p_minutes, p_sides, p_note, p_session, p_reverses);
    RETURN;
  END IF;
  IF p_spend IS NOT NULL THEN
    UPDATE public.timebank_hold h
      SET ended_at = now(), outcome = CASE WHEN h.account_id = ANY (p_accounts) THEN 'spent' ELSE 'released' END
      WHERE h.session_ref = p_spend AND h.ended_at IS NULL;
  END IF;
  SELECT jsonb_agg(jsonb_build_object('account', b.account_id, 'minutes', b.minutes - b.reserved + l.minutes,
      'floor', b.floor) ORDER BY b.account_id) INTO below
    FROM unnest(p_accounts, p_minutes, p_sides) AS l (account, minutes, side)
    JOIN public.timebank_accountbalance b ON b.account_id = l.account
    WHERE l.minutes < 0 AND b.minutes - b.reserved + l.minutes
      < CASE WHEN l.side = 'gave' THEN public.timebank_floor(l.account, b.given + l.minutes) ELSE b.floor END;
  IF below IS NOT NULL THEN
    RAISE EXCEPTION 'This would take an account below its limit.' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'timebank_balance_within_limit', DETAIL = below::text;
  END IF;
  INSERT INTO public.timebank_entry (transfer_id, account_id, minutes, side)
    SELECT timebank_post.transfer_id, l.account, l.minutes, l.side
      FROM unnest(p_accounts, p_minutes, p_sides) AS l (account, minutes, side) ORDER BY l.account;
  is_replay := false;
  RETURN NEXT;
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

-- The transfer that has the key already, where it says the same.
CREATE OR REPLACE FUNCTION public.timebank_replay(
  p_key text, p_kind text, p_accounts bigint[], p_minutes integer[], p_sides text[], p_note text, p_session uuid,
  p_reverses bigint
) RETURNS TABLE (transfer_id bigint, transfer_public_id uuid, transfer_posted_at timestamptz, is_replay boolean)
LANGUAGE plpgsql AS $$
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
  RETURN QUERY SELECT there.id, there.public_id, there.posted_at, true;
END $$;

-- Posts the turned entries of a transfer.
CREATE OR REPLACE FUNCTION public.timebank_reverse(p_key text, p_transfer bigint, p_note text, p_by bigint)
RETURNS TABLE (transfer_id bigint, transfer_public_id uuid, transfer_posted_at timestamptz, is_replay boolean)
LANGUAGE plpgsql AS $$
DECLARE
  turned record;
  its_session uuid;
BEGIN
  SELECT array_agg(e.account_id ORDER BY e.account_id) AS accounts, array_agg(-e.minutes ORDER BY e.account_id) AS minutes,
      array_agg(e.side::text ORDER BY e.account_id) AS sides
    INTO turned FROM public.timebank_entry e WHERE e.transfer_id = p_transfer;
  SELECT t.session_ref INTO its_session FROM public.timebank_transfer t WHERE t.id = p_transfer;
  RETURN QUERY SELECT * FROM public.timebank_post(
    p_key, 'reversal', turned.accounts, turned.minutes, turned.sides, p_note, p_by, its_session, p_transfer, NULL);
END $$;
