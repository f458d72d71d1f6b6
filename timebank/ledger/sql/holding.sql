-- Reserves minutes of several accounts for a session, all or none. What is reserved already in the same way stays.
CREATE OR REPLACE FUNCTION public.timebank_reserve(p_session uuid, p_accounts bigint[], p_minutes integer[], p_by bigint)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  below jsonb;
  reserved_now integer;
BEGIN
  PERFORM public.timebank_lock(p_accounts, NULL);
  IF EXISTS (
    SELECT 1 FROM unnest(p_accounts, p_minutes) AS l (account, minutes)
      JOIN public.timebank_hold h ON h.account_id = l.account AND h.session_ref = p_session AND h.ended_at IS NULL
      WHERE h.minutes <> l.minutes) THEN
    RAISE EXCEPTION 'Other minutes are reserved for this session already.'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'timebank_hold_differs';
  END IF;
  SELECT jsonb_agg(jsonb_build_object('account', b.account_id, 'minutes', b.minutes - b.reserved - l.minutes,
      'floor', b.floor) ORDER BY b.account_id) INTO below
    FROM unnest(p_accounts, p_minutes) AS l (account, minutes)
    JOIN public.timebank_accountbalance b ON b.account_id = l.account
    WHERE b.minutes - b.reserved - l.minutes < b.floor AND NOT EXISTS (SELECT 1 FROM public.timebank_hold h
      WHERE h.account_id = l.account AND h.session_ref = p_session AND h.ended_at IS NULL);
  IF below IS NOT NULL THEN
    RAISE EXCEPTION 'This would take an account below its limit.' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'timebank_balance_within_limit', DETAIL = below::text;
  END IF;
  INSERT INTO public.timebank_hold (account_id, session_ref, minutes, by_id, outcome)
    SELECT l.account, p_session, l.minutes, p_by, ''
      FROM unnest(p_accounts, p_minutes) AS l (account, minutes) ORDER BY l.account
    ON CONFLICT (session_ref, account_id) WHERE ended_at IS NULL DO NOTHING;
  GET DIAGNOSTICS reserved_now = ROW_COUNT;
  RETURN reserved_now;
END $$;

-- Releases what is reserved for a session: of these accounts, or of all where none are named. Says how many there were.
CREATE OR REPLACE FUNCTION public.timebank_release(p_session uuid, p_accounts bigint[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  released_now integer;
BEGIN
  PERFORM public.timebank_lock(ARRAY[]::bigint[], p_session);
  UPDATE public.timebank_hold h SET ended_at = now(), outcome = 'released'
    WHERE h.session_ref = p_session AND h.ended_at IS NULL AND (p_accounts IS NULL OR h.account_id = ANY (p_accounts));
  GET DIAGNOSTICS released_now = ROW_COUNT;
  RETURN released_now;
END $$;
