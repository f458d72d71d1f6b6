"""A draft that is whole, and a commissioner who checks."""

import pytest

from market.offers import writing

WHOLE = {
    "title": "Company in the evening",
    "summary": "Somebody comes to you for the evening. For adults who live alone.",
    "needs": ["care_at_home"],
    "areas": ["kernow"],
    "unit": "hour",
    "price_pence": 1_450,
    "mechanisms": ["direct_payment"],
    "availability": ["regular"],
}


@pytest.fixture
def draft(provider, editor):
    """Makes a draft of a checked provider: `draft(title="Night sitting")`."""

    def make(*, of=None, **content):
        found = of or provider()
        return writing.start(provider=found, content={**WHOLE, **content}, by=editor(found))

    return make


@pytest.fixture
def checker(person, kernow):
    return person("commissioner", area=kernow)
