"""A story with its consent, one that was taken down, and a proposal, for the pages that show them; their addresses."""

import datetime
import json
from typing import Any

FOR = datetime.timedelta(days=300)


def stories(index: Any, editor: Any) -> dict[str, str]:
    """Their addresses."""
    from django.urls import reverse

    from accounts.models import User
    from knowledge.consents import actions as consents
    from knowledge.consents import links
    from knowledge.coproduction import sample
    from knowledge.models import Consent
    from knowledge.proposals import actions as proposals
    from knowledge.proposals import notices

    told, gone = _story(index, "A story told"), _story(index, "A story gone")
    given = consents.record(story=told, by=editor, **_agreed())
    sample.publish(told)
    sample.publish(gone)
    consents.withdraw(consent=Consent.objects.get(story_id=gone.pk), by=editor)
    holder = User.objects.get(email="budget-holder@demo.example")
    words = {"title": "A first visit", "helps": "I did not know what they would ask.", "role": "budget_holder"}
    proposal = proposals.propose(by=holder, **words)
    page = reverse("knowledge:consent", args=[told.pk])
    return {
        "consent": page,
        "consent-take-back": reverse("knowledge:consent-take-back", args=[told.pk, given.pk]),
        "my-story": reverse("knowledge:my-story", args=[links.token(given)]),
        "story-gone": gone.get_url(),
        "proposal": notices.address(proposal),
    }


def _agreed() -> dict[str, Any]:
    from config.today import today

    facts = {"scopes": ["website", "print"], "how": "signed", "given_by": "self", "email": "teller@example.org"}
    return {**facts, "given_on": today(), "ends_on": today() + FOR}


def _story(index: Any, title: str) -> Any:
    from knowledge.models import Story

    body = json.dumps([{"type": "text", "value": "<h2>Before</h2><p>Nobody asked.</p>"}])
    page = Story(title=title, summary="What changed.", body=body, is_sample=True, is_composed=True, live=False)
    page = index.add_child(instance=page)
    page.save_revision()
    return page
