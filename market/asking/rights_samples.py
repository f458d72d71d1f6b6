"""What rows of the rights table ask for in asking: enquiries, messages and feedback of one's own and of others."""

from typing import Any

from market import rights_samples as samples


def elsewhere(world: Any) -> Any:
    """A provider of another organisation, in areas where nobody of the table checks."""
    from tenants.models import Organisation

    organisation = Organisation.objects.get_or_create(
        slug="rights-table-elsewhere", defaults={"name": "A provider elsewhere", "kind": Organisation.Kind.PROVIDER}
    )[0]
    return samples.a_provider(organisation, areas=["cornwall-that-is-not"])


def an_enquiry(*, of: Any, at: Any, is_answered: bool = False) -> Any:
    """An enquiry of this person at this provider, with a message of each side."""
    from config.today import today
    from market.models import Enquiry, Message

    buyer = samples.a_buyer(of)
    facts = {"state": "answered", "answered_on": today(), "first_answer_days": 0} if is_answered else {}
    made = Enquiry.objects.create(buyer=buyer, provider=at, about="Company in the evening", **facts)
    Message.objects.create(enquiry=made, is_of_buyer=True, words="Do you come on Sundays?")
    Message.objects.create(enquiry=made, is_of_buyer=False, words="We do.")
    return made


def own_enquiry(world: Any) -> dict[str, Any]:
    """Whoever asks as a buyer has an enquiry that was answered."""
    made = an_enquiry(of=world.me or _somebody(world), at=samples.a_provider(), is_answered=True)
    return {"public_id": made.public_id}


def anothers_enquiry(world: Any) -> dict[str, Any]:
    """An enquiry of somebody else, at a provider of somebody else."""
    return {"public_id": an_enquiry(of=_somebody(world), at=elsewhere(world), is_answered=True).public_id}


def enquiry_at_own(world: Any) -> dict[str, Any]:
    """An enquiry at the provider of whoever asks."""
    return {"public_id": an_enquiry(of=_somebody(world), at=samples.own_provider(world)).public_id}


def own_message(world: Any) -> dict[str, Any]:
    """What a provider wrote to whoever asks."""
    made = an_enquiry(of=world.me or _somebody(world), at=samples.a_provider())
    return {"public_id": made.messages.get(is_of_buyer=False).public_id}


def message_at_own(world: Any) -> dict[str, Any]:
    """What somebody wrote to the provider of whoever asks."""
    made = an_enquiry(of=_somebody(world), at=samples.own_provider(world))
    return {"public_id": made.messages.get(is_of_buyer=True).public_id}


def anothers_message(world: Any) -> dict[str, Any]:
    """What was written between others."""
    made = an_enquiry(of=_somebody(world), at=elsewhere(world))
    return {"public_id": made.messages.first().public_id}


def feedback(*, of: Any, at: Any, state: str = "shown") -> Any:
    """Feedback of this person on this provider."""
    from market.models import Feedback

    return Feedback.objects.create(
        buyer=samples.a_buyer(of), provider=at, helped="no", words="Nobody came.", state=state
    )


def own_feedback(world: Any) -> dict[str, Any]:
    """What whoever asks said of a provider."""
    return {"public_id": feedback(of=world.me or _somebody(world), at=samples.a_provider()).public_id}


def feedback_on_own(world: Any) -> dict[str, Any]:
    """What somebody said of the provider of whoever asks."""
    return {"public_id": feedback(of=_somebody(world), at=samples.own_provider(world)).public_id}


def anothers_feedback(world: Any) -> dict[str, Any]:
    """What somebody said of a provider elsewhere."""
    return {"public_id": feedback(of=_somebody(world), at=elsewhere(world)).public_id}


def feedback_to_read(world: Any) -> dict[str, Any]:
    """Feedback that waits, on a provider in the area."""
    made = feedback(of=_somebody(world), at=_in_area(world), state="waiting")
    return {"public_id": made.public_id}


def feedback_elsewhere(world: Any) -> dict[str, Any]:
    """Feedback that waits, on a provider in no area of the commissioner."""
    return {"public_id": feedback(of=_somebody(world), at=elsewhere(world), state="waiting").public_id}


def report_to_decide(world: Any) -> dict[str, Any]:
    """A reported message of a talk with a provider in the area."""
    return {"public_id": _report(world, _in_area(world)).public_id}


def report_elsewhere(world: Any) -> dict[str, Any]:
    """A reported message of a talk with a provider elsewhere."""
    return {"public_id": _report(world, elsewhere(world)).public_id}


def _report(world: Any, provider: Any) -> Any:
    from market.models import MessageReport

    message = an_enquiry(of=_somebody(world), at=provider).messages.get(is_of_buyer=False)
    return MessageReport.objects.create(message=message, is_of_buyer=True, reason="rude")


def _in_area(world: Any) -> Any:
    from tenants.models import Organisation

    organisation = Organisation.objects.get_or_create(
        slug="rights-table-here", defaults={"name": "A provider here", "kind": Organisation.Kind.PROVIDER}
    )[0]
    return samples.a_provider(organisation, areas=[world.area.slug])


def _somebody(world: Any) -> Any:
    return world.people["no role"]
