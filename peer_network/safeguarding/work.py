"""What safeguarding leads do on a case. Every act is an entry of its chronology and a row of the audit."""

import datetime
from typing import Any

from django.db import transaction

import audit
from config.today import moment
from peer_network.models import Case, CaseEntry, CaseStep
from peer_network.safeguarding import sealing
from peer_network.safeguarding.actions import add_entry
from peer_network.safeguarding.errors import CaseClosed, CaseRefused

Kind = CaseEntry.Kind


@transaction.atomic
def note(
    *, case: Case, words: str, by: Any, kind: str = Kind.NOTE, happened_at: datetime.datetime | None = None
) -> CaseEntry:
    """Write down what happened, also on a closed case. Raises CaseRefused for a time that is still to come."""
    _not_in_future(happened_at)
    made = add_entry(case=case, kind=kind, words=_said(words), by=by, happened_at=happened_at)
    _record(case, by, entry=kind)
    return made


@transaction.atomic
def follow_script(
    *, case: Case, step: str, words: str, by: Any, happened_at: datetime.datetime | None = None
) -> CaseEntry:
    """Write down one step of the emergency script. Raises CaseRefused."""
    _not_in_future(happened_at)
    made = add_entry(case=case, kind=Kind.SCRIPT, words=_said(words), by=by, step=step, happened_at=happened_at)
    _record(case, by, entry=Kind.SCRIPT)
    return made


@transaction.atomic
def take(*, case: Case, by: Any, to: Any = None) -> Case:
    """Make `to` (or `by`) the lead of a case. Raises CaseRefused."""
    case = _going_on(case)
    lead = to or by
    if case.lead_id == lead.pk:
        return case
    case.lead = lead
    case.save(update_fields=["lead"])
    add_entry(case=case, kind=Kind.LEAD, words=f"{lead} works on this case.", by=by)
    _record(case, by, entry=Kind.LEAD)
    return case


@transaction.atomic
def set_urgency(*, case: Case, urgency: int, words: str, by: Any) -> Case:
    """Say how urgent a case is now, and why. Raises CaseRefused."""
    case = _going_on(case)
    case.urgency = urgency
    case.save(update_fields=["urgency"])
    add_entry(case=case, kind=Kind.URGENCY, words=f"{case.get_urgency_display()}: {_said(words)}", by=by)
    _record(case, by, entry=Kind.URGENCY)
    return case


@transaction.atomic
def set_state(*, case: Case, state: str, words: str, by: Any, outcome: str = "") -> Case:
    """Watch, close (with an outcome) or open a case again, always in words. Raises CaseRefused."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    said = _said(words)
    closing = state == Case.State.CLOSED
    if state == case.state:
        raise CaseRefused(f"The case is “{case.get_state_display()}” already.")
    if closing and not outcome:
        raise CaseRefused("Choose how it ended.")
    if closing and case.steps.filter(done_at__isnull=True).exists():
        raise CaseRefused("Something is still to be done for this case. Say that it is done first, or why it isn’t.")
    case.state, case.outcome = state, outcome if closing else ""
    case.closed_at = moment() if closing else None
    case.save(update_fields=["state", "outcome", "closed_at"])
    ended = f" {case.get_outcome_display()}." if closing else ""
    add_entry(case=case, kind=Kind.STATE, words=f"{case.get_state_display()}.{ended} {said}", by=by)
    _record(case, by, entry=Kind.STATE, state=state)
    return case


@transaction.atomic
def add_step(*, case: Case, what: str, who: str, due_on: datetime.date, by: Any) -> CaseStep:
    """Something to do, by whom (in words: often somebody outside) and by when. Raises CaseRefused."""
    case = _going_on(case)
    facts = {"words": _said(what), "who": " ".join(who.split())}
    made = CaseStep.objects.create(case=case, sealed=sealing.seal(case, facts), due_on=due_on, made_by=by)
    whose = f" ({facts['who']})" if facts["who"] else ""
    add_entry(case=case, kind=Kind.STEP, words=f"{facts['words']}{whose}, by {due_on:%-d %B %Y}.", by=by)
    _record(case, by, entry=Kind.STEP)
    return made


@transaction.atomic
def finish_step(*, step: CaseStep, by: Any, words: str = "") -> CaseStep:
    """Say that a step is done, or in words why it isn't needed any more. A second time changes nothing."""
    step = CaseStep.objects.select_for_update(of=("self",)).select_related("case").get(pk=step.pk)
    if step.done_at is not None:
        return step
    step.done_at, step.done_by = moment(), by
    step.save(update_fields=["done_at", "done_by"])
    what = sealing.unseal(step.case, step.sealed)["words"]
    add_entry(case=step.case, kind=Kind.DONE, words=" ".join(filter(None, (f"{what}.", words.strip()))), by=by)
    _record(step.case, by, entry=Kind.DONE)
    return step


@transaction.atomic
def opened_page(*, case: Case, by: Any) -> None:
    """Keep in the audit that a lead read a case: it holds what people told of themselves."""
    audit.record(action="safeguarding.read", by=by, object=case)


@transaction.atomic
def taken_out(*, case: Case, ending: str, by: Any) -> None:
    """Keep in the chronology that a case was taken out as a file; the file itself is in the audit."""
    add_entry(case=case, kind=Kind.EXPORT, words=f"As {ending.upper()}.", by=by)


def _going_on(case: Case) -> Case:
    found = Case.objects.select_for_update().get(pk=case.pk)
    if found.is_closed:
        raise CaseClosed
    return found


def _said(words: str) -> str:
    said = words.strip()
    if not said:
        raise CaseRefused("Write it down in a sentence or two.")
    return said


def _not_in_future(happened_at: datetime.datetime | None) -> None:
    if happened_at is not None and happened_at > moment():
        raise CaseRefused("This time is still to come. Write down when it happened.")


def _record(case: Case, by: Any, **detail: str) -> None:
    audit.record(action="safeguarding.work", by=by, object=case, detail={k: str(v) for k, v in detail.items()})
