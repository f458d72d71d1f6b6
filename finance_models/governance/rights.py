"""Who may use the addresses of the information governance register; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import Row
from config.today import today
from finance_models.foreign import number_in_other_area
from tenants.contexts import in_area

READERS = ("area-lead", "finance-lead")
EDITORS = ("finance-lead",)
LATER = datetime.timedelta(days=365)
VALUES = {
    "source": "Hospital episodes",
    "tables": ["people", "activity", "budgets", "outcomes"],
    "controller": "NHS Kernow",
    "processor": "The commissioning hub",
    "legal_basis": "Regulations of 2002, section 251",
    "agreement": "Agreement 12",
    "assessment": "Assessment 3",
}


def entry_in(area: Any) -> Any:
    """A valid entry of an area."""
    from finance_models.governance import actions

    ends = {"agreement_ends": today() + LATER, "assessment_ends": today() + LATER}
    with in_area(area):
        return actions.add_entry(area=area, values={**VALUES, **ends}, by=None)


def _entry(world: Any) -> dict[str, Any]:
    return {"number": entry_in(world.area).pk}


def _objection(world: Any) -> dict[str, Any]:
    from finance_models.governance import actions
    from finance_models.models import Objection

    with in_area(world.area):
        facts = {"pseudonym": f"p-{Objection.objects.count()}", "received_on": today(), "by": None}
        return {"number": actions.record_objection(area=world.area, **facts).pk}


def _clock(world: Any) -> dict[str, Any]:
    from django.utils import timezone

    from finance_models.governance import actions

    with in_area(world.area):
        facts = {"kind": "breach", "words": "A list was sent astray", "opened_at": timezone.now(), "by": None}
        return {"number": actions.open_clock(area=world.area, **facts).pk}


FORM = ("GET", "POST")
DAY = datetime.date(2030, 1, 1)
OTHER_ENTRY = number_in_other_area("GovernanceEntry", **VALUES, agreement_ends=DAY, assessment_ends=DAY)
OTHER_OBJECTION = number_in_other_area("Objection", pseudonym="p-other", received_on=DAY)
ROWS = [
    Row("finance:register", READERS),
    Row("finance:register-download", READERS, sample=lambda world: {"key": "entries", "ending": "csv"}),
    Row("finance:objections-download", EDITORS, sample=lambda world: {"ending": "csv"}),
    Row("finance:entry", READERS, sample=_entry, foreign=OTHER_ENTRY),
    Row("finance:entry-new", EDITORS, FORM, also=(422,)),
    Row("finance:entry-renew", EDITORS, FORM, sample=_entry, foreign=OTHER_ENTRY, also=(422,)),
    Row("finance:entry-withdraw", EDITORS, FORM, sample=_entry, foreign=OTHER_ENTRY, also=(422,)),
    Row("finance:objection-new", EDITORS, FORM, also=(422,)),
    Row("finance:objection-lift", EDITORS, FORM, sample=_objection, foreign=OTHER_OBJECTION),
    Row("finance:clock-new", EDITORS, FORM, also=(422,)),
    Row("finance:clock-close", EDITORS, FORM, sample=_clock, also=(422,)),
]
