"""One of everything that files of the knowledge base and the search can hold, hostile from the start."""

import datetime

from find.models import UnansweredSearch
from knowledge.coproduction import sample
from knowledge.models import Opinion
from tests.knowledge.resources import draft

MONTH = datetime.date(2015, 7, 1)


def make() -> None:
    """A published resource, an opinion on it, and words that several searched for."""
    words = {"title": "=1+1", "summary": "+1+1", "version": "@1"}
    page = sample.publish(draft(slug="hostile", is_sample=True, review_on=MONTH, **words))
    Opinion.objects.create(resource=page, is_helpful=True)
    UnansweredSearch.objects.create(month=MONTH, digest="hostile", asked=5, words="=1+1")
