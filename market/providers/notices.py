"""What providers hear of their own check, and commissioners of providers that wait. E-mails hold fixed words."""

import datetime

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from market import checkers
from market.models import Provider, ProviderCheck
from market.providers.editors import people_of
from market.telling import tell
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may
from ui import formats

OURS, WAITING, LATE = "market-provider", "market-providers-waiting", "market-checks-late"
KINDS = (
    NotificationKind(
        key=OURS,
        label="The check of your organisation",
        describes="Your organisation is recognised, has something to mend, or its check runs out.",
        mail_words="There is news of the check of your organisation. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_OFFER),
    ),
    NotificationKind(
        key=WAITING,
        label="Providers that wait for a check",
        describes="A provider that works in your area asks for its check. It has it within five working days.",
        mail_words="A provider waits for a check in the marketplace. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_CHECK),
    ),
    NotificationKind(
        key=LATE,
        label="Checks that are due",
        describes="Somebody waits for a check in the marketplace, and its five working days are nearly over, or over.",
        mail_words="Checks in the marketplace are due: {number}. Sign in to do them.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_CHECK),
    ),
)
TITLES = {
    ProviderCheck.Outcome.PASSED: "Your organisation is checked. Every area recognises it.",
    ProviderCheck.Outcome.CHANGE_ASKED: "Your organisation’s check: something to mend",
    ProviderCheck.Outcome.REFUSED: "Your organisation is not accepted",
}


def waits_for_check(provider: Provider) -> None:
    """Tell the commissioners of its areas."""
    tell(
        to=checkers.commissioners_of(provider.areas),
        kind=WAITING,
        title=f"A provider waits for a check: {provider.organisation.name}",
        url=reverse("market:check-provider", args=[provider.public_id]),
        key=f"provider-{provider.pk}-{provider.submitted_at}",
    )


def checked(provider: Provider, check: ProviderCheck, *, by: User) -> None:
    """Tell its people what came of it."""
    until = check.valid_until
    body = f"The check counts until {formats.date(until)}." if until else check.note
    _ours(provider, TITLES[ProviderCheck.Outcome(check.outcome)], body, f"check-{check.pk}", by=by)


def runs_out_soon(provider: Provider, *, days: int) -> int:
    """Remind its people that the check ends; says how many were told."""
    until = provider.checked_until
    body = f"It counts until {formats.date(until)}. Send your profile again, so that your offers stay in sight."
    return _ours(provider, "The check of your organisation runs out", body, f"ends-{until}-{days}")


def has_run_out(provider: Provider) -> int:
    """Say that it has ended; says how many were told."""
    body = "Your offers are hidden now. Send your profile again; they show as soon as it is checked."
    return _ours(provider, "The check of your organisation has run out", body, f"ended-{provider.checked_until}")


def checks_due(person: User, *, number: int, day: datetime.date) -> bool:
    """Tell one commissioner how many checks are due; once a day."""
    told = notify_all(
        to=[person],
        kind=LATE,
        title=f"{formats.plural(number, 'check')} in the marketplace {'is' if number == 1 else 'are'} due",
        url=reverse("market:checks"),
        key=f"checks-due-{day.isoformat()}",
        number=number,
    )
    return bool(told)


def _ours(provider: Provider, title: str, body: str, key: str, *, by: User | None = None) -> int:
    return tell(
        to=people_of(provider),
        kind=OURS,
        title=title,
        body=body,
        url=reverse("market:provider-own", args=[provider.public_id]),
        key=f"provider-{provider.pk}-{key}",
        by=by,
    )
