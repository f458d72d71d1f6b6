-- When a transaction ends, each transfer in it is whole. It runs for the transfer and for each of its entries, so that
-- neither a transfer without entries nor an entry added after an early look (SET CONSTRAINTS) gets by.
CREATE OR REPLACE FUNCTION public.timebank_transfer_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
  made record;
  found_entries record;
  fault text;
BEGIN
  IF TG_TABLE_NAME = 'timebank_entry' THEN
    number := NEW.transfer_id;
  ELSE
    number := NEW.id;
  END IF;
  SELECT t.kind, t.minutes, t.reverses_id INTO made FROM public.timebank_transfer t WHERE t.id = number;
  SELECT count(*) AS entries, coalesce(sum(e.minutes), 0) AS total,
      coalesce(sum(e.minutes) FILTER (WHERE e.minutes > 0), 0) AS arrived,
      bool_and(e.side = CASE WHEN e.minutes > 0 THEN 'gave' ELSE 'had' END) AS is_exchange,
      bool_and(e.side = 'grant') AS is_grant
    INTO found_entries FROM public.timebank_entry e WHERE e.transfer_id = number;
  fault := CASE
    WHEN found_entries.entries < 2 THEN 'timebank_transfer_has_two_entries'
    WHEN found_entries.total <> 0 THEN 'timebank_transfer_sums_to_zero'
    WHEN found_entries.arrived <> made.minutes THEN 'timebank_transfer_says_its_minutes'
    WHEN made.kind = 'exchange' AND NOT found_entries.is_exchange THEN 'timebank_transfer_sides'
    WHEN made.kind = 'grant' AND NOT found_entries.is_grant THEN 'timebank_transfer_sides'
  END;
  IF fault IS NULL AND made.kind = 'grant' AND EXISTS (
    SELECT 1 FROM public.timebank_entry e JOIN public.timebank_account a ON a.id = e.account_id
      WHERE e.transfer_id = number AND e.minutes < 0 AND a.kind <> 'network') THEN
    fault := 'timebank_grant_of_the_network';
  END IF;
  IF fault IS NULL AND made.kind = 'reversal' THEN
    fault := public.timebank_reversal_fault(number, made.reverses_id);
  END IF;
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'Transfer % is not whole (%).', number, fault USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NULL;
END $$;

-- A reversal is exactly the turned entries of a transfer that is none itself.
CREATE OR REPLACE FUNCTION public.timebank_reversal_fault(p_number bigint, p_reverses bigint) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.timebank_transfer t WHERE t.id = p_reverses AND t.kind = 'reversal') THEN
    RETURN 'timebank_reversal_is_final';
  END IF;
  IF EXISTS (
    SELECT 1
      FROM (SELECT e.account_id, e.minutes, e.side FROM public.timebank_entry e WHERE e.transfer_id = p_number) turned
      FULL JOIN (SELECT e.account_id, -e.minutes AS minutes, e.side FROM public.timebank_entry e
        WHERE e.transfer_id = p_reverses) wanted
      USING (account_id, minutes, side)
      WHERE turned.account_id IS NULL OR wanted.account_id IS NULL) THEN
    RETURN 'timebank_reversal_turns_all';
  END IF;
  RETURN NULL;
END $$;
