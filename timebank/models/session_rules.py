"""What makes a session whole, in the database's own words, for raw SQL too. Looked at when a transaction ends.

What is given is what is had; one account stands alone on one side at least; a session is confirmed exactly where its
transfer is in the ledger, under its one key. A confirmed session stays so: a mistake is mended by a reversal.
"""

import pgtrigger

# ruff: noqa: S608 - the triggers' own text, put together of parts of this file alone


def _refuse(words: str, name: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"


def _whole(number: str) -> str:
    return f"""
    SELECT e.minutes, e.state, e.public_id INTO held FROM public.timebank_session e WHERE e.id = {number};
    IF NOT FOUND THEN
      RETURN NULL;
    END IF;
    SELECT coalesce(sum(p.minutes) FILTER (WHERE p.side = 'gives'), 0) AS given,
        coalesce(sum(p.minutes) FILTER (WHERE p.side = 'receives'), 0) AS had,
        count(*) FILTER (WHERE p.side = 'gives') AS givers, count(*) FILTER (WHERE p.side = 'receives') AS receivers
      INTO shares FROM public.timebank_sessionpart p WHERE p.session_id = {number};
    IF shares.given <> held.minutes OR shares.had <> held.minutes THEN
      {_refuse("What is given in a session is what is had.", "timebank_session_balances")}
    END IF;
    IF least(shares.givers, shares.receivers) <> 1 THEN
      {_refuse("One account gives, or one account receives.", "timebank_session_shape")}
    END IF;
    IF (held.state = 'confirmed') <> EXISTS (SELECT 1 FROM public.timebank_transfer t
        WHERE t.key = 'session:' || held.public_id || ':v1') THEN
      {_refuse("A session is confirmed exactly where its transfer is posted.", "timebank_session_is_posted")}
    END IF;
    RETURN NULL;
    """


def _at_commit(name: str, number: str, operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        declare=[("held", "record"), ("shares", "record")],
        func=_whole(number),
    )


SESSION_WHOLE = _at_commit("whole", "NEW.id", pgtrigger.Insert | pgtrigger.Update)
PART_WHOLE = _at_commit(
    "whole", "coalesce(NEW.session_id, OLD.session_id)", pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
)
NOT_DELETED = pgtrigger.Protect(name="not_deleted", operation=pgtrigger.Delete)
STAYS_CONFIRMED = pgtrigger.Trigger(
    name="stays_confirmed",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
    IF OLD.state = 'confirmed' AND NEW.state <> 'confirmed' OR NEW.public_id <> OLD.public_id THEN
      {_refuse("A confirmed session stays so; its transfer can be reversed.", "timebank_session_stays_confirmed")}
    END IF;
    RETURN NEW;
    """,
)
