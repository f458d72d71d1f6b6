"""A person who was asked to review a resource, and who worked on it as an editor."""

import datetime
from typing import Any

from django.utils import timezone

from config.today import today
from knowledge.models import (
    Completion,
    Consent,
    Explanation,
    KnowledgeIndex,
    LearningPage,
    Opinion,
    Proposal,
    Reviewer,
    Step,
    Story,
    Use,
)
from tenants.models import Area
from tests.knowledge.resources import draft


def make(user: Any, mark: str) -> None:
    """What they said by a private link, under their name, and steps that know them by number."""
    page = draft(slug="everywhere")
    facts = {"resource_id": page.pk, "revision": page.get_latest_revision()}
    reviewer = Reviewer.objects.create(
        resource_id=page.pk,
        email=user.email,
        account=user,
        role="carer",
        name=user.name,
        consents_to_be_named=True,
        token_digest="everywhere",  # noqa: S106 - no link has this
        expires_at=timezone.now(),
    )
    words = f"Say {mark} more simply."
    Step.objects.create(
        stage="lived_experience", outcome="change", role="carer", reviewer=reviewer, words=words, **facts
    )
    Step.objects.create(stage="accessibility", outcome="done", role="editor", by=user, **facts)
    Explanation.objects.create(resource_id=page.pk, finding="x", about="A finding.", why="It has to stay.", by=user)
    learning = LearningPage(title="Learning", slug="learning-everywhere", intro="In short.")
    KnowledgeIndex.objects.get().add_child(instance=learning)
    Completion.objects.create(page=learning, resource_id=page.pk, user=user)
    Opinion.objects.create(resource_id=page.pk, user=user, is_helpful=False, why=f"{mark} is missing.")
    Use.objects.create(resource_id=page.pk, area=Area.objects.get(slug="kernow"), changed="A day.", by=user)
    _consent(user, mark)
    proposal = {"title": f"What {mark} needs", "helps": f"{mark} would know.", "role": "carer", "name": user.name}
    Proposal.objects.create(by=user, state="declined", reason=f"{mark} has it.", answered_at=timezone.now(), **proposal)


def _consent(user: Any, mark: str) -> None:
    """A story that they told, and took back with a reason."""
    agreed = {"scopes": ["website"], "how": "signed", "given_by": "self", "given_on": today()}
    Consent.objects.create(
        story=draft(Story, slug="everywhere-story"),
        ends_on=today() + datetime.timedelta(days=99),
        email=user.email,
        withdrawn_at=timezone.now(),
        withdrawn_why=f"I, {mark}, would rather not.",
        **agreed,
    )
