"""Sample returns for October 2014 to June 2015: late, never sent, corrected, in dispute; and one being written."""

import datetime
from typing import Any

from config.today import sample_day
from tenants.contexts import in_area
from tenants.models import Area, BudgetBaseline
from tenants.quarters import Quarter
from tenants.returns import releases, typed
from tenants.returns.models import ReturnDispute, SignedReturn
from tenants.returns.shape import SECTIONS, Section
from tenants.returns.versions import latest
from tenants.rollout import return_drafts
from tenants.rollout.models import GroupPlan
from tenants.sample.return_figures import figures

SIGNED_BY = "Sample area lead"
NOTE = "Sample figures, made up for this demonstration."
UNRELEASED: dict[str, Any] = {"by": None, "name": SIGNED_BY, "is_sample": True, "is_released": False}
QUARTERS = (Quarter(2014, 4), Quarter(2015, 1), Quarter(2015, 2))
# The day of signing in the month after the quarter, by the area's place in the network's list.
DAYS = (8, 12, 9, 13, 7, 10, 14, 9, 12, 13, 14)
# Swindon never sent its first return: 2015Q1 is the first that it signed. The newest are not due yet, and Kernow's is
# being written, so that its lead has one to mend and to sign.
WRITTEN = ("kernow", QUARTERS[2], datetime.date(2015, 7, 13))
NOT_SENT = {("swindon", QUARTERS[0]), ("swindon", QUARTERS[2]), WRITTEN[:2]}
NOT_WRITTEN_YET = {"money"}
# What is wrong in it: words in place of a number, and a group that doesn't add up.
SLIPS = {"offers.declined.none": "about 2", "groups.in_place.multiple_ltc": "12"}
LATE = {
    ("wiltshire", QUARTERS[0]): datetime.date(2015, 2, 4),
    ("wiltshire", QUARTERS[1]): datetime.date(2015, 5, 6),
}
CORRECTED = ("south-devon-torbay", QUARTERS[1], datetime.date(2015, 5, 12))
DISPUTED = ("gloucestershire", QUARTERS[1], datetime.date(2015, 5, 20))
# Budgets more in each quarter, net: areas that started early grow faster.
GROWTH = {
    "kernow": (2, 9, 14),
    "new-devon-plymouth": (3, 11, 16),
    "south-devon-torbay": (2, 7, 10),
    "bristol": (2, 10, 13),
    "north-somerset": (1, 6, 9),
    "somerset": (3, 12, 15),
    "south-gloucestershire": (1, 3, 5),
    "bath-north-east-somerset": (1, 6, 8),
    "gloucestershire": (1, 4, 7),
    "swindon": (0, 1, 2),
    "wiltshire": (0, 2, 3),
}


def make() -> None:
    """Every area's returns, and what is released of them."""
    sign_all()
    release_all()


def sign_all() -> None:
    """In the order of their days, so that each is checked against those before; one corrected, one in dispute."""
    areas = list(Area.objects.active())
    found = [
        (_day(area, number, quarter), quarter, area, GROWTH[area.slug][place])
        for place, quarter in enumerate(QUARTERS)
        for number, area in enumerate(areas)
        if area.slug in GROWTH and (area.slug, quarter) not in NOT_SENT
    ]
    found.sort(key=lambda each: each[:2])
    for day, quarter, area, growth in found:
        with sample_day(day), in_area(area):
            _sign(area, quarter, growth)
    _correct(areas)
    _dispute(areas)
    _leave_unsigned(areas)


def release_all() -> None:
    """Release each quarter once, as of its last signature. Each release is checked as a whole, which takes long."""
    for quarter in QUARTERS:
        last = SignedReturn.objects.filter(quarter=quarter.key).order_by("-signed_on").first()
        if last is not None:
            with sample_day(last.signed_on):
                releases.release_quarter(quarter=quarter, by=None)


def _day(area: Area, number: int, quarter: Quarter) -> datetime.date:
    return LATE.get((area.slug, quarter)) or quarter.next.first_day.replace(day=DAYS[number % len(DAYS)])


def _sign(area: Area, quarter: Quarter, growth: int) -> SignedReturn:
    written = _figures(area, quarter, growth)
    return_drafts.open_draft(area=area, quarter=quarter, by=None)
    for section in SECTIONS:
        _save(area, quarter, section, written)
    return return_drafts.sign(area=area, quarter=quarter, **UNRELEASED)


def _leave_unsigned(areas: list[Area]) -> None:
    """A return that somebody is writing, with two slips and a section to come."""
    slug, quarter, day = WRITTEN
    area = next((each for each in areas if each.slug == slug), None)
    if area is None:
        return
    with sample_day(day), in_area(area):
        written = _figures(area, quarter, GROWTH[slug][QUARTERS.index(quarter)]) | SLIPS
        return_drafts.open_draft(area=area, quarter=quarter, by=None)
        for section in SECTIONS:
            if section.key not in NOT_WRITTEN_YET:
                _save(area, quarter, section, written)


def _save(area: Area, quarter: Quarter, section: Section, written: dict[str, str]) -> None:
    own = {key: written[key] for key in return_drafts.cells_of(section)}
    return_drafts.save_section(area=area, quarter=quarter, section=section.key, typed=own, note=NOTE, by=None)


def _figures(area: Area, quarter: Quarter, growth: int) -> dict[str, str]:
    """As somebody would type them."""
    before = latest(area, quarter.previous)
    made = figures(
        area=area.slug,
        quarter=quarter,
        before=_in_place(before) if before else _baseline(area),
        growth=growth,
        phases=dict(GroupPlan.objects.values_list("group", "phase")),
        previous=before.figures if before else None,
        population=area.approx_population_2014 or 100_000,
    )
    return typed.as_typed(made)


def _correct(areas: list[Area]) -> None:
    """One area had counted two people twice among its offers."""
    slug, quarter, day = CORRECTED
    area = next((each for each in areas if each.slug == slug), None)
    if area is None:
        return
    with sample_day(day), in_area(area):
        reason = "Sample: two people had been counted twice among the offers."
        draft = return_drafts.correct(area=area, quarter=quarter, reason=reason, by=None)
        section = next(each for each in SECTIONS if each.key == "offers")
        own = {key: draft.typed[key] for key in return_drafts.cells_of(section)}
        cell = "offers.offered.none"
        own[cell] = str(int(own[cell]) + 2)
        return_drafts.save_section(area=area, quarter=quarter, section="offers", typed=own, note=NOTE, by=None)
        return_drafts.sign(area=area, quarter=quarter, **UNRELEASED)


def _dispute(areas: list[Area]) -> None:
    slug, quarter, day = DISPUTED
    area = next((each for each in areas if each.slug == slug), None)
    if area is None:
        return
    signed = latest(area, quarter)
    if signed is not None:
        reason = "Sample: the number of plans seems to count drafts too. Please check."
        ReturnDispute.objects.create(signed_return=signed, reason=reason, raised_on=day)


def _in_place(signed: SignedReturn) -> int:
    return sum(number for key, number in signed.figures.items() if key.startswith("groups.in_place."))


def _baseline(area: Area) -> int:
    row = BudgetBaseline.objects.filter(area=area).first()
    return row.in_place if row else 0
