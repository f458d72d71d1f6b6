"""A person who was asked to review a resource, and who worked on it as an editor."""

from typing import Any

from django.utils import timezone

from knowledge.models import Completion, Explanation, KnowledgeIndex, LearningPage, Opinion, Reviewer, Step, Use
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
