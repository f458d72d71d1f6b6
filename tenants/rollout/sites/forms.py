"""What an area lead writes of a site."""

from typing import Any

from django import forms

from tenants import groups
from tenants.models import ImplementationCohort, Site, Stage
from ui.forms import SplitDateField

WHEN = {"required": "Give the day.", "invalid": "Give a day that is in the calendar, such as 1 7 2015."}


def reason_field(label: str, required: str, help_text: str = "") -> forms.CharField:
    """Why, in at most 500 letters."""
    return forms.CharField(
        label=label,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
        error_messages={"required": required},
    )


class SiteForm(forms.Form):
    """What a site is: who, for whom, with which intake, where."""

    name = forms.CharField(
        label="Name of the site",
        max_length=120,
        help_text="As its team calls itself. The whole network sees it. Don’t name a person.",
        error_messages={"required": "Write the site’s name."},
    )
    group = forms.ChoiceField(
        label="Group",
        choices=groups.CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the group that the site works with."},
    )
    cohort = forms.ModelChoiceField(
        label="Implementation cohort",
        queryset=ImplementationCohort.objects.all(),
        empty_label="Choose an intake",
        help_text="The half-yearly intake with which the site joins. It decides whom the site may mentor later.",
        error_messages={"required": "Choose the intake with which the site joins."},
    )
    setting = forms.CharField(
        label="Where it works",
        max_length=200,
        required=False,
        help_text="A place and a kind of service, such as “Truro, community team”.",
    )

    def facts(self) -> dict[str, Any]:
        """The fields that describe the site, by name."""
        return {name: self.cleaned_data[name] for name in ("name", "group", "cohort", "setting")}


class AddSiteForm(SiteForm):
    """A new site, with the stage at which it enters the register."""

    stage = forms.TypedChoiceField(
        label="Stage", choices=Stage.choices, coerce=lambda value: Stage(int(value)), initial=Stage.INTEREST
    )
    on = SplitDateField(label="At this stage since", error_messages=WHEN)


class CorrectSiteForm(SiteForm):
    """Mends what was written of a site. Its stage is not mended here: it moves."""

    reason = reason_field("Why is this corrected?", "Say why this is corrected. The area’s team reads it.")


class MoveForm(forms.Form):
    """The next stage, or a step back."""

    to = forms.TypedChoiceField(label="New stage", coerce=lambda value: Stage(int(value)), widget=forms.RadioSelect)
    on = SplitDateField(label="Since", help_text="The day on which this happened.", error_messages=WHEN)
    reason = reason_field("Why? (optional, except for a step back)", "", "The area’s team reads it.")

    def __init__(self, *args: Any, now_at: Stage | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].choices = [choice for choice in Stage.choices if choice[0] != now_at]
        self.fields["to"].error_messages["required"] = "Choose the stage to which the site moves."
        self.fields["reason"].required = False


class TakeBackForm(forms.Form):
    """A move that was a mistake."""

    reason = reason_field(
        "Why is the move taken back?", "Say why the move is taken back. Both stay in the site’s history."
    )


class MentorForm(forms.Form):
    """Which site is to mentor this one."""

    mentor = forms.TypedChoiceField(
        label="Mentor",
        help_text="Live sites of earlier intakes, in any area.",
        error_messages={"required": "Choose the site that mentors this one."},
    )
    on = SplitDateField(label="Since", error_messages=WHEN)

    def __init__(self, *args: Any, mentors: list[Site], **options: Any) -> None:
        super().__init__(*args, **options)
        self.mentors = {mentor.pk: mentor for mentor in mentors}
        words = [(mentor.pk, f"{mentor.area}: {mentor}, {_standing(mentor)}") for mentor in mentors]
        self.fields["mentor"].choices = [("", "Choose a site"), *words]
        self.fields["mentor"].coerce = lambda value: self.mentors[int(value)]


class EndMentoringForm(forms.Form):
    """When a mentoring ended, or that it never took place."""

    on = SplitDateField(
        label="Ended on", required=False, help_text="The first day on which the one no longer mentors the other."
    )
    was_mistake = forms.BooleanField(
        label="It was recorded by mistake and never took place", required=False, help_text="Then no day is needed."
    )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("was_mistake") and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", "Give the day on which it ended.")
        return cleaned


def _standing(mentor: Site) -> str:
    return f"{mentor.get_stage_display().lower()}, implementation cohort {mentor.cohort.number}"
