"""Talks between somebody who buys and a provider."""

import pytest

from market.asking import opinions, talks


@pytest.fixture
def enquiry(offer, buyer):
    """Makes an enquiry: `enquiry()`, `enquiry(of=provider, by=buyer, is_answered=True)`."""

    def make(*, of=None, by=None, is_answered=False):
        made = talks.ask(offer=offer(of=of), words="Do you come on Sundays?", by=by or buyer())
        if is_answered:
            made = talks.answer(enquiry=made, words="We do.", by=None)
        return made

    return make


@pytest.fixture
def feedback(enquiry):
    """Makes feedback that waits: `feedback(of=provider, words="Nobody came.")`."""

    def make(*, of=None, helped="no", words="Nobody came."):
        asked = enquiry(of=of, is_answered=True)
        return opinions.give(enquiry=asked, helped=helped, words=words, by=asked.buyer)

    return make
