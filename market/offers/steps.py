"""The wizard's pages: one question each, in the order in which a tiny charity would tell it."""

from dataclasses import dataclass

from market.offers import forms
from market.offers.forms import StepForm


@dataclass(frozen=True)
class Step:
    """One page: `key` in its address, `title` as its heading. `can_wait` where the offer can be sent without it."""

    key: str
    title: str
    form: type[StepForm]
    can_wait: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of an edition that it asks for."""
        return ("picture",) if self.form is forms.PictureForm else tuple(self.form.base_fields)


STEPS = (
    Step("name", "Its name", forms.NameForm),
    Step("summary", "In two sentences", forms.SummaryForm),
    Step("kind", "Kind of support", forms.NeedForm),
    Step("areas", "Areas", forms.AreaForm),
    Step("price", "Price", forms.PriceForm),
    Step("paying", "How people pay", forms.PayForm),
    Step("when", "When", forms.WhenForm),
    Step("who", "Who it is for", forms.WhoForm, can_wait=True),
    Step("outcomes", "What it helps with", forms.OutcomeForm, can_wait=True),
    Step("place", "Where it is", forms.PlaceForm, can_wait=True),
    Step("places", "Places and waiting", forms.CapacityForm, can_wait=True),
    Step("access", "Easier to use", forms.AccessForm, can_wait=True),
    Step("languages", "Languages", forms.LanguageForm, can_wait=True),
    Step("asking", "Telephone and paper", forms.AskForm, can_wait=True),
    Step("more", "More to say", forms.MoreForm, can_wait=True),
    Step("picture", "A picture", forms.PictureForm, can_wait=True),
)
BY_KEY = {step.key: step for step in STEPS}


def after(step: Step) -> Step | None:
    """The next page; None after the last."""
    number = STEPS.index(step) + 1
    return STEPS[number] if number < len(STEPS) else None


def of_field(field: str) -> Step:
    """The page that asks for a field."""
    return next(step for step in STEPS if field in step.fields)
