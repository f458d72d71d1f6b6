"""Following a page of "your turn": asking, confirming, leaving, and hearing of what changed.

An answer never tells whether an address follows already. E-mails have fixed words and opaque links: neither the area
nor the group is in them, since the group alone would tell of somebody's health.
"""

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from jobs import outbox
from notify import letters, mails
from notify import queries as notify_queries
from notify.actions import notify
from tenants import groups
from tenants.models import Area, Follower
from tenants.notices import PAGE_CHANGED
from tenants.presenters.your_turn_changes import change_in_words, tells_followers
from tenants.returns import queries
from tenants.returns.models import PublishedPlan
from tenants.your_turn_addresses import your_turn_address

TASK = "tenants.tasks.tell_followers"
CONFIRM = "page-to-confirm"
CONFIRMED_WITHIN_DAYS = 7
# So that nobody's letter box is filled from here: each address gets so many questions in a day, whatever is asked.
QUESTIONS_A_DAY = 5


@transaction.atomic
def follow(*, area: Area, group: str, by: User) -> Follower:
    """Follow with an account: at once, and as often as asked it is once."""
    facts = {"confirmed_at": timezone.now()}
    return Follower.objects.get_or_create(user=by, area=area, group=group, defaults=facts)[0]


@transaction.atomic
def stop(*, area: Area, group: str, by: User) -> bool:
    """Follow no more with an account; False where they didn't."""
    return bool(Follower.objects.filter(user=by, area=area, group=group).delete()[0])


@transaction.atomic
def ask(*, area: Area, group: str, email: str) -> None:
    """Write to an address whether it wants to follow. Says nothing, whatever was stored or sent before."""
    address = email.strip().lower()
    since = timezone.now() - datetime.timedelta(days=1)
    if notify_queries.mails_to(address, CONFIRM, since) >= QUESTIONS_A_DAY:
        return
    follower, _ = Follower.objects.get_or_create(email=address, area=area, group=group)
    if follower.confirmed_at is None:
        # Asked anew, it has its seven days anew.
        Follower.objects.filter(pk=follower.pk).update(asked_at=timezone.now())
    day = timezone.localdate().isoformat()
    _send(_question(follower), follower, CONFIRM, key=f"follow-{follower.secret}-{day}")


@transaction.atomic
def confirm(secret: uuid.UUID) -> Follower | None:
    """The follower of a link in a letter, confirmed; None where the link is over or was never made."""
    follower = find(secret)
    if follower is not None and follower.confirmed_at is None:
        follower.confirmed_at = timezone.now()
        follower.save(update_fields=["confirmed_at"])
    return follower


@transaction.atomic
def leave(secret: uuid.UUID) -> None:
    """Forget a follower. A link that was used before leads to the same answer."""
    Follower.objects.filter(secret=secret).delete()


def find(secret: uuid.UUID) -> Follower | None:
    """The follower of a link; one that was not confirmed in seven days counts as gone."""
    follower = Follower.objects.filter(secret=secret).select_related("area").first()
    if follower is None or not follower.area.is_active:
        return None
    is_over = follower.asked_at < timezone.now() - datetime.timedelta(days=CONFIRMED_WITHIN_DAYS)
    return None if follower.confirmed_at is None and is_over else follower


def is_followed(area: Area, group: str, user: Any) -> bool:
    """Whether this account follows the page."""
    return bool(user.is_authenticated and Follower.objects.filter(user=user, area=area, group=group).exists())


def followed_by(user: User) -> list[Follower]:
    """The pages that an account follows, in the network's order."""
    rows = Follower.objects.filter(user=user).select_related("area")
    return list(rows.order_by("area__position", "area__name", "group"))


def have_told(row: PublishedPlan) -> None:
    """In the transaction that publishes a plan: ask a worker to tell whoever follows it."""
    outbox.send(TASK, kwargs={"published": row.pk}, key=f"followers-{row.pk}")


@transaction.atomic
def tell(published: int) -> int:
    """Tell everybody who follows what this row changed, and why; returns how many there were.

    Only a date, the status, the phase or what is available is news; the first plan of all is none.
    """
    change = queries.change_of(published)
    if change is None or not change.row.area.is_active or not tells_followers(change):
        return 0
    followers = Follower.objects.filter(
        area=change.row.area, group=change.row.group, confirmed_at__isnull=False
    ).select_related("user")
    for follower in followers:
        _tell_one(follower, change)
    return len(followers)


def _tell_one(follower: Follower, change: queries.Change) -> None:
    group = groups.BY_KEY[change.row.group]
    if follower.user is None:
        _send(_news(follower), follower, PAGE_CHANGED, key=f"changed-{follower.secret}-{change.row.pk}")
        return
    notify(
        to=follower.user,
        kind=PAGE_CHANGED,
        title=f"{change.row.area.short_name}, {group.short_name}: your turn has changed",
        body=change_in_words(change),
        url=your_turn_address(change.row.area.slug, group),
        key=f"published-{change.row.pk}",
    )


def _send(letter: letters.Letter, follower: Follower, kind: str, *, key: str) -> None:
    document = {"subject": letter.subject, "body": letter.body, "headers": letter.headers}
    mails.record_document(document, address=follower.email, kind=kind, key=key)


def _question(follower: Follower) -> letters.Letter:
    if follower.confirmed_at is not None:
        return _letter(
            follower,
            "You follow this page",
            ["You asked to follow a page. You follow it already, so there is nothing to do.", _page_of(follower)],
        )
    link = letters.link(reverse("your_turn:confirm", args=[follower.secret]))
    lines = [
        "Somebody asked that we write to this address when a page changes. If it was you, open this link and press "
        f"the button. It works for {CONFIRMED_WITHIN_DAYS} days:",
        link,
        "If it was not you, do nothing. We then delete the address.",
    ]
    return _letter(follower, "Do you want to follow a page?", lines)


def _news(follower: Follower) -> letters.Letter:
    lines = ["A page that you follow has changed. The page says what is new, and why:", _page_of(follower)]
    return _letter(follower, "A page that you follow has changed", lines)


def _page_of(follower: Follower) -> str:
    return letters.link(reverse("your_turn:go", args=[follower.secret]))


def _letter(follower: Follower, subject: str, lines: list[str]) -> letters.Letter:
    leave_link = letters.link(reverse("your_turn:leave", args=[follower.secret]))
    why = "You get this e-mail because this address was given on our site."
    return letters.to_an_address(subject=subject, lines=lines, why=why, leave=leave_link)
