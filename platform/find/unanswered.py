"""Counting searches that found nothing, without keeping who asked, or words that only few did.

What somebody types may be a name or an illness. So a search is counted under a keyed digest of its words; the words
themselves are kept only when enough askers used the same, and never when they hold a number or an address of somebody.
Whoever asks counts once a day: that is remembered for a day, as a keyed digest, in the cache alone.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from config.today import today
from files.identifiers import EMAIL, PHONE, POSTCODE
from find.models import UnansweredSearch
from find.words import Words

ASKERS = 5  # on different days, or different people: from then on the words are kept
A_DAY = 24 * 60 * 60  # seconds
MOST_WORDS, MOST_LETTERS = 6, 80  # of words that are kept; longer ones tell of somebody
MOST_A_MONTH = 5_000  # different searches; whoever types at random fills no table
NUMBER_LETTERS = 4  # digits one after the other that may be of somebody


def count(request: HttpRequest, words: Words) -> None:
    """Note that this search found nothing; once a day for whoever asks. Without the cache nothing is counted."""
    text = " ".join(words.each)
    key = _digest("asker", f"{_asker(request)} {text}")
    if text and caches["shared"].add(f"unanswered:{key}", 1, timeout=A_DAY):
        _note(text)


@transaction.atomic
def _note(text: str) -> None:
    month = today().replace(day=1)
    rows = UnansweredSearch.objects.filter(month=month, digest=_digest("words", text))
    if not rows.update(asked=F("asked") + 1):
        if UnansweredSearch.objects.filter(month=month).count() >= MOST_A_MONTH:
            return
        UnansweredSearch.objects.get_or_create(month=month, digest=_digest("words", text), defaults={"asked": 1})
    if may_be_kept(text):
        rows.filter(asked__gte=ASKERS, words="").update(words=text)


def may_be_kept(text: str) -> bool:
    """Whether words may be kept at all: few, and with nothing in them that leads to a person."""
    has_number = any(word.isdigit() and len(word) >= NUMBER_LETTERS for word in text.split())
    leads_to_somebody = any(pattern.search(text) for pattern in (EMAIL, PHONE, POSTCODE))
    return len(text.split()) <= MOST_WORDS and len(text) <= MOST_LETTERS and not has_number and not leads_to_somebody


def _asker(request: HttpRequest) -> str:
    """Who asks: an account, or an address where nobody is signed in. Goes into a digest and nowhere else."""
    user: Any = request.user
    return f"account {user.pk}" if user.is_authenticated else f"address {get_adapter().get_client_ip(request)}"


def _digest(what: str, text: str) -> str:
    return salted_hmac(f"find.unanswered.{what}", text, algorithm="sha256").hexdigest()
