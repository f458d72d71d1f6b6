"""Which sites of the network to list."""

from typing import Any

from django import forms

from tenants import groups
from tenants.models import Area, ImplementationCohort, Stage
from tenants.programme.forms import AsAtForm
from tenants.site_register import Standing


class SitesForm(AsAtForm):
    """As at when, and which sites. A filter with an unknown value filters nothing, and its field says so."""

    is_filter = True

    cohort = forms.TypedChoiceField(label="Implementation cohort", coerce=int, empty_value=None, required=False)
    area = forms.ChoiceField(label="Area", required=False)
    group = forms.ChoiceField(
        label="Group", required=False, choices=[("", "All groups"), *((each.slug, each.name) for each in groups.GROUPS)]
    )
    stage = forms.TypedChoiceField(
        label="Stage", coerce=int, empty_value=None, required=False, choices=[("", "All stages"), *Stage.choices]
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cohorts = ImplementationCohort.objects.all()
        self.fields["cohort"].choices = [("", "All intakes"), *((each.number, str(each)) for each in cohorts)]
        areas = Area.objects.in_use()
        self.fields["area"].choices = [("", "All areas"), *((each.slug, each.name) for each in areas)]
        self.order_fields(["as-at"])

    @property
    def is_narrowed(self) -> bool:
        """Whether the list is not of all sites."""
        return any(self._asked(name) for name in ("cohort", "area", "group", "stage"))

    def keeps(self, standing: Standing) -> bool:
        """Whether a site is one of those asked for."""
        site = standing.site
        facts = {
            "cohort": site.cohort.number,
            "area": site.area.slug,
            "group": groups.BY_KEY[site.group].slug,
            "stage": standing.stage,
        }
        return all(self._asked(name) in (None, "", fact) for name, fact in facts.items())

    def _asked(self, name: str) -> Any:
        self.is_valid()
        return getattr(self, "cleaned_data", {}).get(name)
