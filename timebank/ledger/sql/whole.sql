-- When a transaction ends, each transfer in it is whole, and of its moment. It runs once for each transfer: entries that
-- would come after an early look (SET CONSTRAINTS) are more than the transfer says, and timebank_entry_stamp refuses them.
CREATE OR REPLACE FUNCTION public.timebank_transfer_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_entries record;
  fault text;
BEGIN
  SELECT count(*) AS entries, coalesce(sum(e.minutes), 0) AS total, coalesce(sum(greatest(e.minutes, 0)), 0) AS arrived,
      bool_and(e.side = CASE WHEN NEW.kind = 'grant' THEN 'grant' WHEN e.minutes > 0 THEN 'gave' ELSE 'had' END) AS is_so
    INTO found_entries FROM public.timebank_entry e WHERE e.transfer_id = NEW.id;
  fault := CASE
    WHEN found_entries.entries < 2 THEN 'timebank_transfer_has_two_entries'
    WHEN found_entries.total <> 0 THEN 'timebank_transfer_sums_to_zero'
    WHEN found_entries.arrived <> NEW.minutes THEN 'timebank_transfer_says_its_minutes'
    WHEN NEW.kind <> 'reversal' AND NOT found_entries.is_so THEN 'timebank_transfer_sides'
    WHEN (NEW.kind = 'reversal') <> (NEW.reverses_id IS NOT NULL) THEN 'timebank_transfer_reverses'
    WHEN NEW.posted_at <> now() THEN 'timebank_transfer_of_its_moment'
  END;
  IF fault IS NULL AND NEW.kind <> 'exchange' THEN
    fault := CASE NEW.kind
      WHEN 'grant' THEN public.timebank_grant_fault(NEW.id)
      WHEN 'reversal' THEN public.timebank_reversal_fault(NEW.id, NEW.reverses_id)
      ELSE 'timebank_transfer_kind'
    END;
  END IF;
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'Transfer % is not whole (%).', NEW.id, fault USING ERRCODE = 'check_violation', CONSTRAINT = fault;
  END IF;
  RETURN NULL;
END $$;

-- A grant comes from the network's pool.
CREATE OR REPLACE FUNCTION public.timebank_grant_fault(p_number bigint) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM public.timebank_entry e JOIN public.timebank_account a ON a.id = e.account_id
      WHERE e.transfer_id = p_number AND e.minutes < 0 AND a.kind <> 'network') THEN
    RETURN 'timebank_grant_of_the_network';
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
