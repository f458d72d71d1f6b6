"""The questions of the form, one a page, and what was answered so far, which the session keeps until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest

from market import words
from market.models import UnmetNeed
from tenants.keys import GROUP_KEYS
from tenants.models import Area

KEPT = "market_missing"
LONGEST_WORDS = 1_000
GROUPS = (
    ("children_complex_needs", "A child or young person with complex needs"),
    ("multiple_ltc", "Somebody with more than one long-term condition"),
    ("learning_disability", "Somebody with a learning disability"),
    ("mental_health", "Somebody with mental health needs"),
    ("", "Somebody else, or I would rather not say"),
)


@dataclass(frozen=True)
class Step:
    """One question. `short` names it where the answers are checked."""

    key: str
    question: str
    short: str
    hint: str = ""
    is_several: bool = False
    is_text: bool = False
    must: str = ""


STEPS = (
    Step("need", "What could you not find?", "What", must="Choose what you could not find."),
    Step("area", "Where is it needed?", "Area", must="Choose the area."),
    Step("place_kind", "Is that in a town, or in the countryside?", "Where", must="Choose one."),
    Step("availability", "How often is it needed?", "How often", must="Choose how often."),
    Step("times", "When is it needed?", "When", "Choose all that fit. You can leave this empty.", is_several=True),
    Step("group", "Whom is it for?", "For whom", "You don’t have to say."),
    Step(
        "what",
        "What did you look for?",
        "In your words",
        "Only you can read this. You can leave it empty.",
        is_text=True,
    ),
)
BY_KEY = {step.key: step for step in STEPS}


def choices(step: Step) -> list[tuple[str, str]]:
    """What can be chosen. One query for areas."""
    if step.key == "area":
        return [(area.slug, area.short_name) for area in open_areas()]
    fixed: dict[str, Any] = {
        "need": words.Need.choices,
        "place_kind": words.PlaceKind.choices,
        "availability": words.Availability.choices,
        "times": words.Time.choices,
        "group": GROUPS,
    }
    return list(fixed[step.key])


def open_areas() -> Any:
    """The areas of the network."""
    return Area.objects.active()


def form_of(step: Step, answers: Mapping[str, Any], data: Any = None) -> forms.Form:
    """The page's form, filled with what was answered before."""
    form = forms.Form(data, initial={step.key: answers.get(step.key)})
    form.fields[step.key] = _field(step)
    return form


def _field(step: Step) -> forms.Field:
    legend = {"data-legend": "l"}
    if step.is_text:
        return forms.CharField(
            label=step.question,
            help_text=step.hint,
            required=False,
            max_length=LONGEST_WORDS,
            widget=forms.Textarea(attrs={"rows": 5, **legend}),
            error_messages={"max_length": f"Use up to {LONGEST_WORDS:,} letters."},
        )
    if step.is_several:
        return forms.MultipleChoiceField(
            label=step.question,
            help_text=step.hint,
            required=False,
            choices=choices(step),
            widget=forms.CheckboxSelectMultiple(attrs=legend),
        )
    return forms.ChoiceField(
        label=step.question,
        help_text=step.hint,
        required=bool(step.must),
        choices=choices(step),
        widget=forms.RadioSelect(attrs=legend),
        error_messages={"required": step.must, "invalid_choice": "Choose from the list."},
    )


def kept(request: HttpRequest) -> dict[str, Any]:
    """What the person has answered so far."""
    return dict(request.session.get(KEPT, {}))


def keep(request: HttpRequest, **answers: Any) -> None:
    """Remember answers in the person's own session."""
    request.session[KEPT] = {**kept(request), **answers}


def forget(request: HttpRequest) -> None:
    """Nothing of the form is kept any longer."""
    request.session.pop(KEPT, None)


def from_search(query: Mapping[str, str]) -> dict[str, Any]:
    """Answers that the filters of a search, or a line of a plan, give already, where they are in the lists."""
    asked = {
        "need": (query.get("need", ""), words.Need.values),
        "place_kind": (query.get("come", ""), words.PlaceKind.values),
        "origin": (query.get("origin", ""), [UnmetNeed.Origin.PLAN.value]),
        "availability": (query.get("availability", ""), words.Availability.values),
        "group": (query.get("group", ""), GROUP_KEYS),
        "area": (query.get("area", ""), list(open_areas().values_list("slug", flat=True))),
    }
    return {key: value for key, (value, known) in asked.items() if value in known}


def next_step(answers: Mapping[str, Any]) -> Step | None:
    """The first question that wasn't answered; None when all were."""
    return next((step for step in STEPS if step.key not in answers), None)


def in_words(step: Step, answers: Mapping[str, Any]) -> str:
    """An answer as people read it."""
    value = answers.get(step.key)
    if step.is_text:
        return value or "Nothing"
    labels = dict(choices(step))
    if step.is_several:
        return ", ".join(labels[key] for key in value or () if key in labels) or "Not said"
    return labels.get(value or "", "Not said")
