"""The builder of a finance cohort: parts of criteria, each all, any or none of them, as forms that work by buttons.

Every button sends the whole form, and the answer is the whole form again with what was typed. Numbers in the names of
fields are places: part 0's second criterion has the prefix `part0-1`.
"""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

from finance_models.cohorts.forms import CountForm, CriterionForm, FactsForm, PartForm, WholeForm, typed
from finance_models.models import AssumptionSet, CohortDefinition

MOST_PARTS, MOST_ROWS = 8, 20
NOTHING = "Ask for at least one thing, or everybody would be in the cohort."


@dataclass
class Part:
    """One part: how its criteria are combined, and a form for each."""

    form: PartForm
    rows: list[CriterionForm] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Its place in the names of fields."""
        return int(str(self.form.prefix).removeprefix("part"))

    def criteria(self) -> list[dict[str, Any]]:
        """The criteria that ask for something."""
        return [asked for row in self.rows if (asked := row.criterion())]

    def add(self) -> None:
        """A criterion about what is chosen, its first field in focus."""
        from finance_models.calc.cohorts.measures import MEASURES

        name = self.form.data.get(self.form.add_prefix("add"), "")
        if name in MEASURES and len(self.rows) < MOST_ROWS:
            at = max((row.number for row in self.rows), default=-1) + 1
            self.rows.append(CriterionForm(measure=MEASURES[name], prefix=f"{self.form.prefix}-{at}"))
            _focus(self.rows[-1])

    def remove(self, prefix: str) -> None:
        """Without the criterion of a prefix."""
        kept = [row for row in self.rows if row.prefix != prefix]
        if len(kept) < len(self.rows):
            self.rows = kept
            _focus(self.form, "add")


@dataclass
class Builder:
    """The whole form. `cannot_show`: the definition's criteria lie deeper than its parts can say."""

    facts: FactsForm
    whole: WholeForm
    count: CountForm
    parts: list[Part]
    cannot_show: bool = False

    @property
    def has_assumptions(self) -> bool:
        """Whether there is a scenario to count by."""
        fields: Any = self.count.fields
        return fields["assumptions"].initial is not None

    @property
    def forms(self) -> list[forms.Form]:
        """Every form, in the order of the page."""
        inner = [form for part in self.parts for form in (part.form, *part.rows)]
        return [self.whole, *inner, self.count, self.facts]

    def criteria(self) -> dict[str, Any]:
        """The criteria as `calc.cohorts` takes them; one part alone is said without the others' word."""
        asked = [
            {"combine": part.form.cleaned_data.get("combine", "all"), "criteria": found}
            for part in self.parts
            if (found := part.criteria())
        ]
        if len(asked) == 1:
            return asked[0]
        return {"combine": self.whole.cleaned_data.get("combine", "all"), "criteria": asked}

    def is_readable(self) -> bool:
        """Whether the criteria can be read; each of their forms then has its errors."""
        inner = [self.whole, *(form for part in self.parts for form in (part.form, *part.rows))]
        return not [form for form in inner if form.is_bound and not form.is_valid()]

    def is_valid(self) -> bool:
        """Whether it can be kept."""
        wrong = [each for each in (self.is_readable(), self.facts.is_valid()) if not each]
        if not wrong and not self.criteria()["criteria"]:
            self.facts.add_error(None, NOTHING)
            return False
        return not wrong

    def press(self, button: str) -> None:
        """What a button beside the criteria does: `add:part0`, `remove:part0-1`, `drop:part0`, `part`."""
        what, _, which = button.partition(":")
        if what == "part" and len(self.parts) < MOST_PARTS:
            number = max((part.number for part in self.parts), default=-1) + 1
            self.parts.append(_part(number, "any", []))
            _focus(self.parts[-1].form, "combine")
        for part in list(self.parts):
            if what == "add" and part.form.prefix == which:
                part.add()
            elif what == "drop" and part.form.prefix == which and len(self.parts) > 1:
                self.parts.remove(part)
            elif what == "remove":
                part.remove(which)


def empty(sets: list[AssumptionSet]) -> Builder:
    """One part without criteria."""
    return Builder(FactsForm(), WholeForm(), CountForm(sets=sets), [_part(0, "all", [])])


def of_definition(found: CohortDefinition, sets: list[AssumptionSet]) -> Builder:
    """A kept definition, ready to be changed; also one of before there were parts."""
    parts = _parts_of(found.criteria)
    made = empty(sets)
    made.facts = FactsForm(initial={"name": found.name})
    if parts is None:
        made.cannot_show = True
        return made
    combine = found.criteria.get("combine", "all")
    made.whole = WholeForm(initial={"combine": "all" if combine == "none" else combine})
    made.parts = [_part(at, each["combine"], each["criteria"]) for at, each in enumerate(parts)]
    return made


def of_post(given: QueryDict, sets: list[AssumptionSet], *, is_save: bool) -> Builder:
    """What was typed. Parts and criteria that nobody could have sent by the form are passed over.

    Name and reason are asked for when it `is_save`, and only kept before.
    """
    numbers = _numbers(given, "part", MOST_PARTS) or [0]
    facts = {name: given.get(name, "") for name in FactsForm.base_fields}
    return Builder(
        facts=FactsForm(given) if is_save else FactsForm(initial=facts),
        whole=WholeForm(given if "combine" in given else {"combine": "all"}),
        count=CountForm(given if "assumptions" in given else None, sets=sets),
        parts=[_part_of_post(given, number) for number in numbers],
    )


def _part(at: int, combine: str, criteria: list[dict[str, Any]]) -> Part:
    from finance_models.calc.cohorts.measures import MEASURES

    form = PartForm(initial={"combine": combine}, prefix=f"part{at}")
    rows = [
        CriterionForm(measure=MEASURES[each["measure"]], prefix=f"part{at}-{number}", initial=typed(each))
        for number, each in enumerate(criteria)
    ]
    return Part(form, rows)


def _part_of_post(given: QueryDict, number: int) -> Part:
    from finance_models.calc.cohorts.measures import MEASURES

    prefix = f"part{number}"
    rows = [
        CriterionForm(given, measure=MEASURES[name], prefix=f"{prefix}-{at}")
        for at in _numbers(given, f"{prefix}-row", MOST_ROWS)
        if (name := given.get(f"{prefix}-{at}-measure", "")) in MEASURES
    ]
    return Part(PartForm(given if f"{prefix}-combine" in given else {f"{prefix}-combine": "all"}, prefix=prefix), rows)


def _focus(form: forms.Form, name: str = "") -> None:
    """Where the page begins to be read when it comes back."""
    fields: Any = form.fields
    fields[name or next(iter(fields))].widget.attrs["autofocus"] = True


def _numbers(given: QueryDict, name: str, most: int) -> list[int]:
    """The numbers under a name, each once, not more than `most`."""
    found = [int(each) for each in given.getlist(name) if each.isascii() and each.isdigit() and len(each) < 4]
    return list(dict.fromkeys(found))[:most]


def _parts_of(criteria: dict[str, Any]) -> list[dict[str, Any]] | None:
    """A definition's criteria as parts; None where they lie deeper. What stands beside parts is a part of its own."""
    inner = criteria.get("criteria", [])
    plain = [each for each in inner if "criteria" not in each]
    parts = [each for each in inner if "criteria" in each]
    if any("criteria" in each for part in parts for each in part["criteria"]):
        return None
    combine = criteria.get("combine", "all")
    if combine == "none" and parts:
        return None
    return ([{"combine": combine, "criteria": plain}] if plain else []) + parts
