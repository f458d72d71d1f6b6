"""The pages of a profile."""

from dataclasses import dataclass

from market.providers import forms


@dataclass(frozen=True)
class Step:
    """One page of the profile."""

    key: str
    title: str
    form: type[forms.ProfileForm]


STEPS = (
    Step("about", "Who you are", forms.AboutForm),
    Step("areas", "Where you work", forms.AreasForm),
    Step("contact", "How people reach you", forms.ContactForm),
    Step("numbers", "Your numbers", forms.NumbersForm),
    Step("broker", "Brokers", forms.BrokerForm),
)
BY_KEY = {step.key: step for step in STEPS}
# In the order in which the page tells them.
OF_FIELD = (
    {"name": "about"}
    | {field: step.key for step in STEPS for field in step.form.base_fields}
    | {"keeps_broker_standard_since": "broker"}
)


def after(step: Step) -> Step | None:
    """The next page; None after the last."""
    number = STEPS.index(step) + 1
    return STEPS[number] if number < len(STEPS) else None
