"""The shape of what an area may release of its finance models: whole numbers under known names, and nothing else.

Whatever is not on the list is refused, so that no identifier, date or free text of a person can travel along.
"""

import re
from collections.abc import Mapping
from typing import Any

from tenants.returns.models.finance import LEAST_PEOPLE

STRETCH = r"[0-9]{1,4}(-[0-9]{1,4}|\+)?"
BAND = re.compile(rf"all|{STRETCH}(/{STRETCH})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TOP = ("area", "window", "age_edges", "ltc_edges", "truncation", "bands", "lines", "activity")
OF_BAND = ("bands", "sums", "settings", "together")
SUMS = ("people", "days", "days_squared", "truncated", "truncated_squared", "truncated_by_days", "excess")
OF_SETTING = ("cost", "cost_squared")
OUTCOMES = ("unlinked", "outside_eligibility", "uncosted", "costed")
SETTINGS = (
    "acute", "primary", "community", "mental_health", "social_care", "education", "chc", "residential", "specialised",
    "prescribing", "equipment", "voluntary", "other",
)  # fmt: skip


class NotAggregate(ValueError):
    """Something in a release is not a sum that may leave an area; the message says where."""

    def __init__(self, where: str) -> None:
        super().__init__(f"This can't leave the area: {where} is not a sum of at least {LEAST_PEOPLE} people.")


def check(document: Mapping[str, Any], *, area: str) -> None:
    """Raises NotAggregate unless the document holds sums alone, of bands that may leave."""
    _keys(document, TOP, "the release")
    if document["area"] != area or not document["bands"]:
        raise NotAggregate("the release")
    _all(document["window"], lambda day: isinstance(day, str) and DAY.fullmatch(day), "the window")
    _all([*document["age_edges"], *document["ltc_edges"], document["truncation"]], _is_whole, "an edge")
    for band in document["bands"]:
        _band(band)
    for name, known in (("lines", OUTCOMES), ("activity", SETTINGS)):
        _numbers(document[name], known, name)


def _band(band: Mapping[str, Any]) -> None:
    _keys(band, OF_BAND, "a band")
    _all(band["bands"], lambda name: isinstance(name, str) and BAND.fullmatch(name), "the name of a band")
    _all(band["together"], lambda name: name in SETTINGS, "a setting")
    _keys(band["sums"], SUMS, "the sums of a band")
    _numbers(band["sums"], SUMS, "the sums of a band")
    if band["sums"]["people"] < LEAST_PEOPLE:
        raise NotAggregate(f"the band {' + '.join(band['bands'])}")
    for name, sums in band["settings"].items():
        _all([name], lambda each: each in SETTINGS, "a setting")
        _keys(sums, OF_SETTING, "the sums of a setting")
        _numbers(sums, OF_SETTING, "the sums of a setting")


def _keys(found: Any, wanted: tuple[str, ...], where: str) -> None:
    if not isinstance(found, Mapping) or sorted(found) != sorted(wanted):
        raise NotAggregate(where)


def _numbers(found: Any, known: tuple[str, ...], where: str) -> None:
    if not isinstance(found, Mapping):
        raise NotAggregate(where)
    for name, number in found.items():
        if name not in known or not _is_whole(number):
            raise NotAggregate(where)


def _all(values: Any, is_right: Any, where: str) -> None:
    if not isinstance(values, (list, tuple)) or not all(is_right(value) for value in values):
        raise NotAggregate(where)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
