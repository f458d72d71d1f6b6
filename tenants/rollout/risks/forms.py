"""Forms of risks and issues."""

from typing import Any

from django import forms

from config.today import today
from tenants import groups
from tenants.rollout import risk_scores
from tenants.rollout.models import Risk
from tenants.rollout.risks.actions import FIELDS
from tenants.rollout.risks.presenters import Show
from ui.forms import SplitDateField

LOCAL = "Local: only the area's own people see it"
NO_LONGER = "Local from now on: the board no longer lists it. What it had read of earlier days stays."
SHARED = "Shared with the board: everybody who reads the programme sees all of this form, its history left out"


def score(label: str, choices: list[tuple[int, str]], *, required: bool = True) -> forms.TypedChoiceField:
    """A step from 1 to 5; where it isn't required, the first choice is that nobody has scored it."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("", "Choose" if required else risk_scores.NOT_SCORED), *choices],
        coerce=int,
        empty_value=None,
        required=required,
        error_messages={
            "required": f"Choose the {label.lower()}.",
            "invalid_choice": f"Choose the {label.lower()}, from 1 to 5.",
        },
    )


class RiskWords(forms.Form):
    """What every list of risks says of each; scores follow in the forms below."""

    kind = forms.ChoiceField(
        label="Risk or issue",
        choices=Risk.Kind.choices,
        widget=forms.RadioSelect,
        initial=Risk.Kind.RISK,
        help_text="A risk may happen. An issue has happened.",
        error_messages={"required": "Choose whether it is a risk or an issue."},
    )
    title = forms.CharField(
        label="What could happen, or has happened",
        max_length=200,
        error_messages={"required": "Write what could happen, or what has happened."},
    )
    description = forms.CharField(
        label="Cause and effect",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Why it may happen, and what it would do to people and to the plan. No names of people.",
    )
    mitigation = forms.CharField(
        label="What is done about it", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class RiskForm(RiskWords):
    """A risk or issue of an area."""

    field_order = (*FIELDS, "reason")

    group = forms.ChoiceField(label="Group", required=False, choices=[("", "All groups"), *groups.CHOICES])
    likelihood_before = score("Likelihood before mitigation", risk_scores.LIKELIHOOD_CHOICES)
    impact_before = score("Impact before mitigation", risk_scores.IMPACT_CHOICES)
    likelihood_after = score("Likelihood after mitigation", risk_scores.LIKELIHOOD_CHOICES)
    impact_after = score("Impact after mitigation", risk_scores.IMPACT_CHOICES)
    owner = forms.CharField(
        label="Owner",
        max_length=120,
        help_text="Who looks after it. A job title is enough.",
        error_messages={"required": "Name who looks after it."},
    )
    review_on = SplitDateField(
        label="Look at it again by",
        help_text="The area's leads are reminded when this day has passed.",
        error_messages={"required": "Enter the day by which to look at it again."},
    )
    is_shared = forms.TypedChoiceField(
        label="Who sees it",
        choices=[("no", LOCAL), ("yes", SHARED)],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="no",
        error_messages={"required": "Choose who sees it."},
    )
    reason = forms.CharField(
        label="What has changed, and why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is kept with the change. Where the risk is shared, it goes with it.",
        error_messages={"required": "Say what has changed, and why."},
    )

    def __init__(self, *args: Any, risk: Risk | None = None, **options: Any) -> None:
        initial = {name: getattr(risk, name) for name in FIELDS} if risk else {}
        if risk:
            initial["is_shared"] = "yes" if risk.is_shared else "no"
        super().__init__(*args, initial=initial, **options)
        if risk is None:
            del self.fields["reason"]
        elif risk.is_shared:
            self.fields["is_shared"].help_text = NO_LONGER

    def clean_review_on(self) -> Any:
        """Whoever saves a risk has just looked at it: the next time lies ahead."""
        day = self.cleaned_data["review_on"]
        if day < today():
            raise forms.ValidationError("This day has passed. Enter the day by which to look at it again.")
        return day

    def values(self) -> dict[str, Any]:
        """The fields of the risk, by name."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class RiskFilters(forms.Form):
    """Which risks and issues are listed."""

    is_filter = True

    show = forms.ChoiceField(label="Show", required=False, choices=Show.choices)
    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "Both"), *Risk.Kind.choices])

    def chosen(self) -> tuple[Show, str]:
        """(which, kind); all open ones while the address names nothing that is known."""
        if not self.is_valid():
            return Show.OPEN, ""
        return Show(self.cleaned_data.get("show") or ""), self.cleaned_data.get("kind") or ""
