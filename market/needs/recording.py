"""Writing down what people could not find: what they say themselves, and searches that found nothing.

None of this is in the audit: a row with a name and a time would lead from a need to a person.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from config.today import moment, today
from market import words
from market.models import EmptySearch, UnmetNeed
from market.needs.errors import NeedClosed, NeedRefused
from tenants.keys import GROUP_KEYS
from tenants.models import Area

A_DAY_SECONDS = 24 * 60 * 60
# So that a made-up search with every box ticked doesn't fill the table.
MOST_NEEDS_COUNTED = 3
State = UnmetNeed.State


@transaction.atomic
def unmet(
    *,
    by: Any,
    area: Area,
    need: str,
    place_kind: str,
    availability: str,
    group: str = "",
    times: Iterable[str] = (),
    what: str = "",
    origin: str = UnmetNeed.Origin.FORM,
    is_sample: bool = False,
) -> UnmetNeed:
    """Write down what somebody could not find. Raises NeedRefused for what isn't in the lists.

    `what` are their own words, for themselves alone. `origin` says how we were told.
    """
    known = (
        need in words.Need.values
        and place_kind in words.PlaceKind.values
        and availability in words.Availability.values
        and (not group or group in GROUP_KEYS)
        and set(times) <= set(words.Time.values)
    )
    if not known:
        raise NeedRefused("Choose from the lists what you need, where, and how often.")
    return UnmetNeed.objects.create(
        said_by=by, area=area, need=need, group=group, place_kind=place_kind, availability=availability,
        times=[key for key in words.Time.values if key in set(times)], what=what.strip(), origin=origin,
        is_sample=is_sample, said_on=today(), said_at=moment(),
    )  # fmt: skip


@transaction.atomic
def found_since(*, unmet: UnmetNeed, by: Any) -> UnmetNeed:
    """Somebody has found what they missed. Raises NeedClosed."""
    return _close(unmet, by, State.FOUND)


@transaction.atomic
def take_back(*, unmet: UnmetNeed, by: Any) -> UnmetNeed:
    """Somebody takes back what they said; their words go. Raises NeedClosed."""
    return _close(unmet, by, State.WITHDRAWN)


def _close(unmet: UnmetNeed, by: Any, state: str) -> UnmetNeed:
    row = UnmetNeed.objects.select_for_update().filter(pk=unmet.pk, said_by=by, state=State.OPEN).first()
    if row is None:
        raise NeedClosed
    row.state, row.closed_on = state, today()
    if state == State.WITHDRAWN:
        row.what = ""
    row.save(update_fields=["state", "closed_on", "what"])
    return row


def empty_search(
    request: HttpRequest,
    *,
    needs: Sequence[str] = (),
    group: str = "",
    area: str = "",
    availability: str = "",
    is_rural: bool = False,
) -> bool:
    """Count a search with these filters that found nothing; once for a visitor and day. False where it was counted.

    Keep of it: the day and the filters; nothing of who searched, none of their words. `area` is its slug. Filters
    that aren't in the lists count as not used. A search for several kinds of support counts for each.
    """
    filters = {
        "group": group if group in GROUP_KEYS else "",
        "area": area if Area.objects.filter(slug=area).exists() else "",
        "availability": availability if availability in words.Availability.values else "",
        "is_rural": is_rural,
    }
    asked = [key for key in words.Need.values if key in needs][:MOST_NEEDS_COUNTED] or [""]
    counted = [need for need in asked if _is_first(request, need, *map(str, filters.values()))]
    for need in counted:
        _count({"day": today(), "need": need, **filters})
    return bool(counted)


@transaction.atomic
def _count(cell: dict[str, Any]) -> None:
    row, _ = EmptySearch.objects.get_or_create(**cell)
    EmptySearch.objects.filter(pk=row.pk).update(count=F("count") + 1)


def _is_first(request: HttpRequest, *filters: str) -> bool:
    """Whether this visitor searches so for the first time today: remembered for a day, as a keyed digest, in the cache.

    Without the cache nothing is counted.
    """
    user: Any = request.user
    who = f"account {user.pk}" if user.is_authenticated else f"address {get_adapter().get_client_ip(request)}"
    text = "\n".join([today().isoformat(), who, *filters])
    code = salted_hmac("market.empty_search", text, algorithm="sha256").hexdigest()
    return caches["shared"].add(f"market-empty:{code}", 1, timeout=A_DAY_SECONDS)
