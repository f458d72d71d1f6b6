"""Offers and providers, ready for pages and files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from market import words
from market.finding import facts
from market.finding.filters import COMES
from market.models import Listing, Provider, ProviderCheck
from tenants import groups
from ui import formats

SOURCE = "Offers in the marketplace that a commissioner has checked, or that say where they come from"
LABELS = {
    "need": words.Need, "availability": words.Availability, "times": words.Time, "mechanism": words.Mechanism,
    "language": words.Language,
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """An offer in a list."""

    public_id: str
    title: str
    href: str
    provider: str
    provider_href: str
    summary: str
    facts: list[tuple[str, str]]
    is_sample: bool


def row(listing: Listing, areas: Mapping[str, str]) -> Row:
    """One offer of a list (`queries.listings`)."""
    said = [
        ("Price", facts.price(listing)),
        ("Where", facts.where(listing, areas)),
        ("When", facts.when(listing)),
        ("Room", facts.waiting(listing)),
    ]
    if not listing.is_checked:
        said.append(("Checked", facts.not_checked(listing.directory_name)))
    return Row(
        public_id=str(listing.public_id),
        title=listing.title,
        href=reverse("market:offer", args=[listing.public_id]),
        provider=listing.provider_name,
        provider_href=reverse("market:provider", args=[listing.provider.public_id]),
        summary=listing.summary,
        facts=[(name, value) for name, value in said if value and value != facts.NOT_SAID],
        is_sample=listing.is_sample,
    )


def table(rows: Iterable[Listing], areas: Mapping[str, str], *, total: int = 0) -> Table:
    """Offers as a file has them, a column for each fact. `total`: how many there are, where the file has fewer."""
    found = list(rows)
    names = ("Offer", "Provider", *(name for name, _ in facts.rows(found[0], areas))) if found else ("Offer",)
    note = (
        f"The first {len(found):,} of {total:,} offers. Narrow the search for the rest." if total > len(found) else ""
    )
    return Table(
        key="offers",
        caption="Offers",
        head=names,
        rows=tuple([each.title, facts.by(each), *(said for _, said in facts.rows(each, areas))] for each in found),
        as_at=today(),
        source=SOURCE,
        note=note,
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in found),
    )


def comparison(rows: list[Listing], areas: Mapping[str, str]) -> Table:
    """Offers side by side: a column for each, a line for each fact."""
    columns = [dict([("Provider", facts.by(each)), *facts.rows(each, areas)]) for each in rows]
    lines = [[name, *(column[name] for column in columns)] for name in columns[0]] if columns else []
    return Table(
        key="compared",
        caption="Offers side by side",
        head=("What", *(each.title for each in rows)),
        rows=tuple(lines),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in rows),
    )


def widened(query: QueryDict, counted: list[tuple[str, int]], areas: Mapping[str, str]) -> list[tuple[str, str]]:
    """(words, address) of searches with one filter less: `Without “Plymouth”: 4 offers`."""
    made = []
    for name, count in counted:
        without = query.copy()
        for parameter in ("unit", "most") if name == "price" else (name,):
            without.pop(parameter, None)
        without.pop("page", None)
        said = f"Without {_said(name, query, areas)}: {formats.plural(count, 'offer')}"
        made.append((said, f"{reverse('market:find')}?{without.urlencode()}"))
    return made


def _said(name: str, query: QueryDict, areas: Mapping[str, str]) -> str:
    """What was chosen, as the form words it."""
    value = query.get(name, "")
    if name == "price":
        return "the price"
    if name == "access":
        return "what makes it easier"
    if name == "q":
        return f"the words “{value}”"
    listed: Any = {"area": areas, "group": dict(groups.CHOICES), "come": dict(COMES)}.get(name)
    label = (listed or dict(LABELS[name].choices)).get(value, value)
    return f"“{label}”"


def contacts(provider: Provider) -> list[tuple[str, str]]:
    """How to reach a provider by telephone, e-mail and letter; what they left out is left out."""
    rows = [
        ("Telephone", provider.telephone),
        ("E-mail", provider.email),
        ("Letters", provider.postal_address),
    ]
    return [(name, value) for name, value in rows if value]


def about_provider(provider: Provider, check: ProviderCheck | None, areas: Mapping[str, str]) -> list[tuple[str, str]]:
    """(what, words): kind, areas, numbers in public registers, and what was checked until when."""
    numbers = [
        ("Charity number", provider.charity_number),
        ("Company number", provider.company_number),
        ("ODS code", provider.ods_code),
        ("Care Quality Commission number", provider.cqc_number),
    ]
    rows = [("Kind", provider.get_kind_display()), ("Areas", facts.area_words(provider.areas, areas))]
    rows += [(name, value) for name, value in numbers if value]
    rows.append(("Checked", checked(provider, check)))
    if provider.is_broker:
        rows.append(("Helps people to plan and buy", _broker(provider)))
        rows.append(("Conflicts of interest", provider.conflicts_of_interest or "None declared"))
    return [(name, value) for name, value in rows if value]


def checked(provider: Provider, check: ProviderCheck | None) -> str:
    """`By a commissioner of Kernow on 2 July 2015. The check counts until 2 July 2016, in every area.`"""
    if provider.directory:
        return f"{facts.not_checked(provider.directory.name)}."
    until = f"The check counts until {formats.date(provider.checked_until)}, in every area."
    if check is None:
        return until
    tier = " It was the lighter check for small community groups." if check.is_lighter else ""
    return f"By a commissioner of {check.area.short_name} on {formats.date(check.checked_on)}. {until}{tier}"


def _broker(provider: Provider) -> str:
    since = provider.keeps_broker_standard_since
    return (
        f"Keeps the brokers’ standard since {formats.date(since)}" if since else "Has not signed the brokers’ standard"
    )
