"""What commissioners and providers write about statements."""

from collections.abc import Iterable
from typing import Any

from django import forms

from market import words
from market.models import Intervention, Provider, StatementVersion
from market.models.gaps import AS_A_WHOLE
from market.models.statements import LONGEST_PART
from tenants.models import Area
from ui.forms import SplitDateField

HINTS = {
    "see": "Who lives here, what people tell you, what has changed. The tables say how many; you say what it means.",
    "missing": "What people can’t find, and for whom it is hardest. Think of villages, evenings and crises too.",
    "buy": "What you will buy or pay for, from when, and roughly how much. Say what you won’t buy any longer.",
    "work": "Whom providers can talk to, how you choose, and what help there is to begin. Name a team, no person.",
}
CHOOSE = "Choose from the list."


def box(label: str, *, hint: str = "", longest: int = 600, rows: int = 4, **options: Any) -> forms.CharField:
    """A box for some sentences."""
    messages = {"required": "Write a sentence or two.", "max_length": f"Use up to {longest:,} letters."}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=hint, max_length=longest, widget=widget, error_messages=messages, **options
    )


class PartForm(forms.Form):
    """One of the four parts. It may be saved empty: what is begun can be finished later."""

    is_draft = True

    def __init__(self, *args: Any, part: str, label: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"] = box(label, hint=HINTS[part], longest=LONGEST_PART, rows=14, required=False)


class PublishForm(forms.Form):
    """A new version of a published statement says why it is there."""

    reason = box("Why is the statement changed?", hint="Everybody reads this beside the new version.", longest=500)

    def __init__(self, *args: Any, version: StatementVersion, **options: Any) -> None:
        super().__init__(*args, **options)
        if version.number == 1:
            del self.fields["reason"]


class InterventionForm(forms.Form):
    """What is done about a gap."""

    need = forms.ChoiceField(
        label="Which gap is it about?",
        choices=[("", "Choose a kind of support"), *words.Need.choices],
        error_messages={"required": "Choose a kind of support.", "invalid_choice": CHOOSE},
    )
    kind = forms.ChoiceField(
        label="How do you go about it?",
        choices=Intervention.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you go about it.", "invalid_choice": CHOOSE},
    )
    what = box("What do you do?", hint="Everybody reads this in your next statement. Don’t name people.")
    owner = forms.CharField(
        label="Who is responsible?",
        help_text="A role or an organisation, for example “Commissioning team”.",
        max_length=120,
        error_messages={"required": "Say which team or organisation is responsible."},
    )
    due_on = SplitDateField(label="To be done by", required=False)
    state = forms.ChoiceField(
        label="How does it stand?",
        choices=Intervention.State.choices,
        widget=forms.RadioSelect,
        initial=Intervention.State.PLANNED,
        error_messages={"required": "Choose how it stands.", "invalid_choice": CHOOSE},
    )
    result = box("What came of it?", hint="Needed once it is done or stopped.", required=False)

    def clean(self) -> dict[str, Any]:
        """What is over says what came of it."""
        cleaned = super().clean() or self.cleaned_data
        is_over = cleaned.get("state") in (Intervention.State.DONE, Intervention.State.STOPPED)
        if is_over and not cleaned.get("result", "").strip():
            self.add_error("result", "Say what came of it, also if that is nothing.")
        return cleaned


class InterestForm(forms.Form):
    """That a provider is interested."""

    provider = forms.ModelChoiceField(
        label="Which organisation is interested?",
        queryset=Provider.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an organisation.", "invalid_choice": CHOOSE},
    )
    need = forms.ChoiceField(
        label="What are you interested in?",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": CHOOSE},
    )
    note = box("What could you do?", hint="The area’s commissioners read this.", required=False)

    def __init__(self, *args: Any, providers: Any, needs: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["provider"].queryset = providers
        self.fields["provider"].label_from_instance = lambda provider: provider.organisation.name
        self.fields["need"].choices = [("", AS_A_WHOLE), *((need, words.Need(need).label) for need in needs)]
        if len(providers) == 1:
            self.fields["provider"].initial = providers[0]


class AnswersForm(forms.Form):
    """Which statements and gaps an offer answers."""

    answers = forms.MultipleChoiceField(
        label="What does this offer answer?",
        help_text="Choose all that are true. Leave all open where it answers none.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answers"].choices = choices

    def chosen(self) -> set[tuple[int, str]]:
        """Pairs of a statement's id and a gap."""
        pairs = (value.partition(":") for value in self.cleaned_data["answers"])
        return {(int(statement), need) for statement, _, need in pairs}


class Filters(forms.Form):
    """Statements of an area."""

    is_filter = True

    area = forms.ChoiceField(label="Area", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = Area.objects.in_use()
        self.fields["area"].choices = [("", "All"), *((area.slug, area.name) for area in areas)]
