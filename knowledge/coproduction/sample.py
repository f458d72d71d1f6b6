"""Publishing sample resources, for the demo and for tests: every step is done and recorded, by nobody in particular."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from config.today import today
from knowledge.consents import choices
from knowledge.coproduction import links

CONSENT_FOR = datetime.timedelta(days=2 * 365)
WORDS = "Sample: nobody was asked."


@transaction.atomic
def publish(page: Any, *, role: str = "carer") -> Any:
    """Publish the latest revision of a resource that is marked as a sample; returns the page as it is published.

    Raises ValueError for one that isn't: there is no such way for what real people should agree.
    """
    from knowledge.models import Reviewer, Step

    if not page.is_sample:
        raise ValueError("Only a resource that the page itself calls a sample is published without asking anybody.")
    revision = page.get_latest_revision() or page.save_revision()
    if page.kind == "story":
        _consent(page)
    reviewer = Reviewer.objects.create(
        resource_id=page.pk, role=role, token_digest=links.digest(links.new_token()), expires_at=timezone.now()
    )
    facts = {"resource_id": page.pk, "revision": revision, "words": WORDS}
    Step.objects.create(stage="lived_experience", outcome="agreed", role=role, reviewer=reviewer, **facts)
    Step.objects.create(stage="accessibility", outcome="done", role="editor", **facts)
    Step.objects.create(stage="editor", outcome="done", role="editor", **facts)
    revision.publish()
    return type(page).objects.get(pk=page.pk)


def _consent(page: Any) -> None:
    """What a story stands on: here nobody's consent, and it says so."""
    from knowledge.models import Consent

    scopes = [choices.WEBSITE, choices.PRINT]
    facts = {"how": choices.SAMPLE, "given_by": "self", "given_on": today(), "ends_on": today() + CONSENT_FOR}
    Consent.objects.create(story_id=page.pk, scopes=scopes, **facts)
