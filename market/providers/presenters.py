"""Providers as pages show them, and as files repeat them."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from market import area_names
from market.models import Provider, ProviderCheck
from market.offers import presenters as offers
from market.offers import queries as offer_queries
from market.providers import checklist, editors, profile_steps, queries
from market.providers.queries import Waiting
from ui import formats

SOURCE = "The marketplace’s list of providers"
NOT_SAID = "Not said"
LABELS = {
    "name": "Name",
    "kind": "Kind",
    "about": "What you do",
    "areas": "Areas",
    "charity_number": "Charity number",
    "company_number": "Company number",
    "ods_code": "ODS code",
    "cqc_number": "Care Quality Commission number",
    "email": "E-mail",
    "telephone": "Telephone",
    "website": "Website",
    "postal_address": "Address for letters",
    "is_broker": "Helps people to plan and buy (broker)",
    "keeps_broker_standard_since": "Keeps the brokers’ standard since",
    "conflicts_of_interest": "Conflicts of interest",
}


def tag_of(provider: Provider) -> str:
    """The provider's tag."""
    return f"provider_{provider.state}"


def value_words(field: str, value: Any, areas: dict[str, str]) -> str:
    """A fact in words, as it stands now or as a check kept it."""
    if field == "kind":
        return str(Provider.Kind(value).label) if value else NOT_SAID
    if field == "areas":
        return area_names.names(value or [], areas) or NOT_SAID
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if field == "keeps_broker_standard_since" and value and not isinstance(value, str):
        return formats.date(value)
    return str(value) if value else NOT_SAID


def facts(provider: Provider) -> list[tuple[str, str]]:
    """(label, words) of what a provider says of itself, and at the end what it doesn't. One query."""
    areas = area_names.by_slug()
    found = [(LABELS[field], value_words(field, value_of(provider, field), areas)) for field in LABELS]
    silent = [label for label, words in found if words == NOT_SAID]
    said = [(label, words) for label, words in found if words != NOT_SAID]
    return [*said, (NOT_SAID, ", ".join(silent))] if silent else said


def answers(provider: Provider) -> list[tuple[str, str, str, str]]:
    """(page, what is said there, "Change", address) of each page of the profile. One query."""
    areas = area_names.by_slug()
    found = []
    for step in profile_steps.STEPS:
        fields = [field for field, key in profile_steps.OF_FIELD.items() if key == step.key and field in LABELS]
        said = [
            f"{LABELS[field]}: {value_words(field, value_of(provider, field), areas)}"
            for field in fields
            if value_of(provider, field)
        ]
        address = reverse("market:provider-profile", args=[provider.public_id, step.key])
        found.append((step.title, ". ".join(said) or NOT_SAID, "Change", address))
    return found


def value_of(provider: Provider, field: str) -> Any:
    """What stands in a field; the name is the organisation's."""
    return provider.organisation.name if field == "name" else getattr(provider, field)


def changes(provider: Provider, check: ProviderCheck, fields: Iterable[str]) -> list[list[str]]:
    """(what, at the check, now) of the fields that read otherwise."""
    areas = area_names.by_slug()
    return [
        [
            LABELS[field],
            value_words(field, check.facts.get(field), areas),
            value_words(field, value_of(provider, field), areas),
        ]
        for field in fields
    ]


def checks_rows(checks: Iterable[ProviderCheck]) -> list[list[Any]]:
    """Each check: when, which area, outcome, what was looked at, until when, what was said."""
    return [
        [
            formats.date(check.checked_on),
            check.area.short_name,
            f"{check.get_outcome_display()}{' (lighter check)' if check.is_lighter else ''}",
            looked_at_words(check) or "Not said",
            formats.date(check.valid_until) or "",
            check.note,
        ]
        for check in checks
    ]


def looked_at_words(check: ProviderCheck) -> str:
    """`We spoke with them; Public liability insurance that is in date`."""
    return "; ".join(checklist.BY_KEY[key].words for key in check.looked_at if key in checklist.BY_KEY)


def queue_table(rows: list[Waiting]) -> Table:
    """Who waits for a check, the oldest first."""
    areas = area_names.by_slug()
    return Table(
        key="waiting",
        caption="Waiting for a check",
        head=("What", "From", "Kind", "Why", "Areas", "Sent on", numeric("Working days since"), "State", "Clock"),
        rows=tuple(
            [
                {"text": row.what, "href": row.href},
                row.provider,
                row.kind,
                row.why,
                area_names.names(row.areas, areas),
                row.wait.since,
                row.wait.days,
                {"status": row.wait.status},
                row.wait.words,
            ]
            for row in rows
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in rows),
    )


def known_table(rows: Iterable[Provider]) -> Table:
    """Providers of a commissioner's areas, with the way to the check of each."""
    areas, found = area_names.by_slug(), list(rows)
    return Table(
        key="known-providers",
        caption="Providers",
        head=("Name", "Kind", "Areas", "State", "Checked until"),
        rows=tuple(
            [
                {"text": row.organisation.name, "href": reverse("market:check-provider", args=[row.public_id])},
                str(row.get_kind_display()),
                area_names.names(row.areas, areas),
                {"status": tag_of(row), "text": str(row.get_state_display())},
                row.checked_until or "Not checked yet",
            ]
            for row in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in found),
    )


def offers_to_check(provider: Provider, slugs: Iterable[str]) -> list[list[Any]]:
    """Its offers that reach one of these areas: name, state, last confirmed; each leads to its check. Two queries."""
    reached, found = set(slugs), []
    for offer in offer_queries.with_newest_words(provider.offers.exclude(state="draft", shown=None)):
        edition = offer.shown or offer.newest
        if edition is not None and reached & set(edition.areas):
            address = reverse("market:check-offer", args=[offer.public_id])
            found.append(
                [
                    {"text": offers.name_of(edition), "href": address},
                    {"status": offers.tag_of(offer)},
                    offer.confirmed_on or "",
                ]
            )
    return found


def providers_table(rows: Iterable[Provider], *, caption: str = "Providers") -> Table:
    """What providers say of themselves, and how they stand."""
    areas, found = area_names.by_slug(), list(rows)
    return Table(
        key="providers",
        caption=caption,
        head=("Name", "State", "Checked until", *(LABELS[field] for field in LABELS if field != "name")),
        rows=tuple(
            [
                row.organisation.name,
                str(row.get_state_display()),
                row.checked_until,
                *(value_words(field, getattr(row, field), areas) for field in LABELS if field != "name"),
            ]
            for row in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in found),
    )


def checks_table(checks: Iterable[ProviderCheck]) -> Table:
    """Checks of providers as a file; who did them isn't told."""
    found = list(checks)
    return Table(
        key="checks",
        caption="Checks of providers",
        head=("Provider", "Checked on", "By the area", "Outcome", "What was looked at", "Counts until", "Note"),
        rows=tuple(
            [check.provider.organisation.name, *row] for check, row in zip(found, checks_rows(found), strict=True)
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(check.provider.is_sample for check in found),
    )


def everything_of(provider: Provider) -> list[Table]:
    """What providers and offers hold of one: profile, people, checks, offers."""
    people = [[row.user.name, row.user.email, formats.date(row.granted_at)] for row in editors.of(provider)]
    return [
        providers_table([provider], caption="Your profile"),
        Table(
            key="people",
            caption="Who writes for it",
            head=("Name", "E-mail", "Since"),
            rows=tuple(people),
            as_at=today(),
            source=SOURCE,
            people=NO_PEOPLE,
            sample=provider.is_sample,
        ),
        checks_table(provider.checks.select_related("area", "provider__organisation")),
        offers.offers_table(offer_queries.with_newest_words(provider.offers.all()), caption="Your offers"),
    ]


def everything_in(area: Any) -> list[Table]:
    """What providers and offers hold of an area's market: its providers, their checks, its offers, the queue."""
    found = queries.of_area(area.slug)
    checks = ProviderCheck.objects.filter(provider__in=found).select_related("area", "provider__organisation")
    return [
        providers_table(found, caption="Providers that work in the area"),
        checks_table(checks),
        offers.offers_table(
            offer_queries.with_newest_words(offer_queries.of_area(area.slug)),
            caption="Offers that reach the area",
            with_provider=True,
        ),
        queue_table(queries.queue([area.slug])),
    ]
