"""Forms of the network's own risks and issues."""

from typing import Any

from django import forms

from config.today import today
from tenants.models import NetworkRisk
from tenants.network_risks import FIELDS
from tenants.rollout import risk_scores
from tenants.rollout.risks.forms import RiskWords, score
from ui.forms import SplitDateField

EVERYBODY_READS = "Everybody who reads the board reads it."


class NetworkRiskForm(RiskWords):
    """A risk or issue of the network. Scores may be left open: the application gave none."""

    field_order = (*FIELDS, "reason")

    likelihood_before = score("Likelihood before mitigation", risk_scores.LIKELIHOOD_CHOICES, required=False)
    impact_before = score("Impact before mitigation", risk_scores.IMPACT_CHOICES, required=False)
    likelihood_after = score("Likelihood after mitigation", risk_scores.LIKELIHOOD_CHOICES, required=False)
    impact_after = score("Impact after mitigation", risk_scores.IMPACT_CHOICES, required=False)
    owner = forms.CharField(
        label="Owner", max_length=120, required=False, help_text="Who looks after it. A job title is enough."
    )
    review_on = SplitDateField(label="Look at it again by", required=False)
    reason = forms.CharField(
        label="What has changed, and why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"It is kept with the change. {EVERYBODY_READS}",
        error_messages={"required": "Say what has changed, and why."},
    )

    def __init__(self, *args: Any, risk: NetworkRisk | None = None, **options: Any) -> None:
        initial = {name: getattr(risk, name) for name in FIELDS} if risk else {}
        super().__init__(*args, initial=initial, **options)
        if risk is None:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """A score has both its steps; the next review lies ahead."""
        cleaned = super().clean() or self.cleaned_data
        for moment in ("before", "after"):
            likelihood, impact = cleaned.get(f"likelihood_{moment}"), cleaned.get(f"impact_{moment}")
            if (likelihood is None) != (impact is None):
                missing = "likelihood" if likelihood is None else "impact"
                self.add_error(f"{missing}_{moment}", f"Choose the {missing} too, or leave both not scored.")
        day = cleaned.get("review_on")
        if day and day < today():
            self.add_error("review_on", "This day has passed. Enter the day by which to look at it again.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """The fields of the risk, by name."""
        return {name: self.cleaned_data[name] for name in FIELDS}
