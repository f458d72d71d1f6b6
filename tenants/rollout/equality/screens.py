"""The screens of an assessment: which fields each asks for, and in which order they come."""

from dataclasses import dataclass
from typing import Any

from django import forms

from tenants import groups
from tenants.frameworks import CHARACTERISTICS
from tenants.rollout.equality.readiness import IMPACTS
from tenants.rollout.models import EqualityAssessment
from tenants.rollout.progress.forms import several_lines
from ui.forms import SplitDateField

HALF = len(CHARACTERISTICS) // 2


class PeopleForm(forms.Form):
    """Who was asked, and what is known."""

    is_draft = True  # whatever may wait until it is agreed is needed then
    involved = forms.CharField(
        label="Who was involved",
        max_length=2000,
        required=False,
        widget=several_lines(4),
        help_text="Groups and organisations, people with lived experience first. No names.",
    )
    evidence = forms.CharField(
        label="What it rests on",
        max_length=4000,
        required=False,
        widget=several_lines(6),
        help_text="Figures, research, what people said. Link or name each, with its date.",
    )


class ActionsForm(forms.Form):
    """What follows, who sees to it, and when it is looked at again."""

    is_draft = True  # whatever may wait until it is agreed is needed then
    actions = forms.CharField(
        label="What will be done",
        max_length=2000,
        required=False,
        widget=several_lines(5),
        help_text="The programme board reads this once the assessment is agreed. Needed for every impact that is "
        "negative or not known.",
    )
    owner = forms.CharField(label="Owner", max_length=120, required=False, help_text="A job title is enough.")
    review_on = SplitDateField(label="Look at it again by", required=False, help_text="Usually within a year.")


class ImpactForm(forms.Form):
    """The impact on people of some characteristics, and why."""

    is_draft = True  # whatever may wait until it is agreed is needed then
    characteristics: tuple[tuple[str, str], ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for key, name in self.characteristics:
            self.fields[f"{key}_impact"] = forms.ChoiceField(
                label=name,
                choices=IMPACTS,
                required=False,
                widget=forms.RadioSelect(attrs={"data-inline": True, "data-legend": "m"}),
            )
            self.fields[f"{key}_words"] = forms.CharField(
                label=f"{name}: what the impact is, and on whom",
                max_length=450,
                required=False,
                widget=several_lines(2),
            )

    def findings(self) -> dict[str, dict[str, str]]:
        """{characteristic: {"impact", "words"}} of this screen."""
        said = self.cleaned_data
        return {
            key: {"impact": said[f"{key}_impact"], "words": said[f"{key}_words"]} for key, _ in self.characteristics
        }


class FirstImpactForm(ImpactForm):
    characteristics = CHARACTERISTICS[:HALF]


class SecondImpactForm(ImpactForm):
    characteristics = CHARACTERISTICS[HALF:]


class CohortForm(forms.Form):
    """A finance cohort that is to be assessed."""

    name = forms.CharField(
        label="Name of the finance cohort",
        max_length=120,
        help_text="As in your finance model, for example: Frail older people, first cohort. No names of people.",
    )
    group = forms.ChoiceField(label="Group", choices=[("", "More than one group"), *groups.CHOICES], required=False)


class OpenAgainForm(forms.Form):
    """Why an agreed assessment is opened again."""

    reason = forms.CharField(
        label="Why is it opened again?",
        max_length=500,
        widget=several_lines(3),
        help_text="The programme board reads this.",
        error_messages={"required": "Say why it is opened again. The programme board reads this."},
    )


@dataclass(frozen=True)
class Screen:
    """One screen; `fields` are the row's own that it asks for."""

    key: str
    title: str
    form: type[forms.Form]
    fields: tuple[str, ...] = ()

    def initial(self, row: EqualityAssessment | None) -> dict[str, Any]:
        """What has been written so far."""
        if row is None:
            return {}
        if issubclass(self.form, ImpactForm):
            said = {key: row.findings.get(key, {}) for key, _ in self.form.characteristics}
            return {f"{key}_{part}": found.get(part, "") for key, found in said.items() for part in ("impact", "words")}
        return {name: getattr(row, name) for name in self.fields}


def _titled(form: type[ImpactForm]) -> str:
    """`Impact: age to race and ethnicity`."""
    first, last = (name[:1].lower() + name[1:] for _, name in (form.characteristics[0], form.characteristics[-1]))
    return f"Impact: {first} to {last}"


SCREENS = (
    Screen("people", "Who was involved, and what it rests on", PeopleForm, ("involved", "evidence")),
    Screen("impact", _titled(FirstImpactForm), FirstImpactForm),
    Screen("impact-2", _titled(SecondImpactForm), SecondImpactForm),
    Screen("actions", "What will be done", ActionsForm, ("actions", "owner", "review_on")),
)
BY_KEY = {screen.key: screen for screen in SCREENS}


def next_of(screen: Screen) -> Screen | None:
    """The screen that follows, or None after the last."""
    place = SCREENS.index(screen)
    return SCREENS[place + 1] if place + 1 < len(SCREENS) else None
