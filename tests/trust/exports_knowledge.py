"""One of everything that files of the knowledge base and the search can hold, hostile from the start."""

import datetime
from typing import Any

from find.models import UnansweredSearch
from knowledge.coproduction import sample
from knowledge.models import Opinion, Proposal, Story
from tests.knowledge.resources import draft

MONTH = datetime.date(2015, 7, 1)


def make(*, lead: Any) -> None:
    """A published resource, an opinion on it, a story, proposals, and words that several searched for."""
    words = {"title": "=1+1", "summary": "+1+1", "version": "@1"}
    page = sample.publish(draft(slug="hostile", is_sample=True, review_on=MONTH, **words))
    Opinion.objects.create(resource=page, is_helpful=True)
    draft(Story, slug="hostile-story", **words)
    Proposal.objects.create(by=lead, title="=1+1", helps="+1+1", role="carer")
    UnansweredSearch.objects.create(month=MONTH, digest="hostile", asked=5, words="=1+1")
