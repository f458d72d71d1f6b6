"""Releases, ready for a page and for a file."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from disclosure.models import Release, RuleChoice
from disclosure.profiles import PROFILES
from disclosure.rules import Rule
from files.people import ALREADY_PUBLIC, NO_PEOPLE, hidden_by
from files.tables import Table, numeric
from ui.formats import date

NETWORK = "The network"
HEAD = ("Published", "What", "Which people", "Data set and version", "Rule", "By", "Replaces")
FILE_HEAD = ("Published", "What", "Which people", "Data set", "Version", "Rule", "Area", "Checksum", "Replaces")


def list_table(releases: Iterable[Release], *, area: Any = None) -> Table:
    """What the page shows: one release a row, linked."""
    rows = [
        [
            date(release.at),
            {"text": release.title, "href": address(release, area=area)},
            release.selection,
            f"{release.data_set}, {release.version}",
            release.rule_name,
            publisher(release),
            release.replaces.title if release.replaces else "",
        ]
        for release in releases
    ]
    return Table(
        key="releases", caption="What was published, newest first", head=HEAD, rows=tuple(rows), people=NO_PEOPLE
    )


def file_table(releases: Iterable[Release]) -> Table:
    """The same with what a file can hold."""
    rows = [
        [
            release.at.date(),
            release.title,
            release.selection,
            release.data_set,
            release.version,
            release.rule_name,
            publisher(release),
            release.checksum,
            str(release.replaces.public_id) if release.replaces else "",
        ]
        for release in releases
    ]
    return Table(
        key="releases", caption="What was published", head=FILE_HEAD, rows=tuple(rows), people=NO_PEOPLE,
        source="The network's record of what was published",
    )  # fmt: skip


def publisher(release: Release) -> str:
    """The area's name, its name in addresses where the area is gone, or the network."""
    return release.area.name if release.area else release.area_slug or NETWORK


def address(release: Release, *, area: Any = None) -> str:
    """Where a release is shown: in its area's workspace, or among the network's."""
    if area is not None:
        return reverse("releases:area-release", args=[area.slug, release.public_id])
    return reverse("releases:release", args=[release.public_id])


def tables(release: Release) -> list[Table]:
    """What was shown, table by table."""
    people = ALREADY_PUBLIC
    if release.hide_up_to is not None and release.round_to is not None:
        people = hidden_by(Rule(release.hide_up_to, release.round_to))
    return [
        Table(
            key=f"table-{number}",
            caption=f"{release.title}: {shown['caption']}",
            head=tuple(_heading(shown["rows"], i, text) for i, text in enumerate(shown["head"])),
            rows=tuple(list(row) for row in shown["rows"]),
            as_at=release.as_at,
            source=release.source,
            people=people,
        )
        for number, shown in enumerate(release.tables, 1)
    ]


def _heading(rows: list[list[Any]], column: int, text: str) -> Any:
    """Names stand to the left; numbers, with the stars among them, to the right."""
    return numeric(text) if column and all(isinstance(row[column], int) or row[column] == "*" for row in rows) else text


def facts(release: Release) -> list[tuple[str, str]]:
    """What is kept with the tables."""
    found = [
        ("Published", date(release.at)),
        ("By", str(release.by) if release.by else "The system"),
        ("For", publisher(release)),
        ("Which people", release.selection),
        ("Data set and version", f"{release.data_set}, {release.version}"),
        ("Rule", release.rule_name),
        ("Checksum", release.checksum),
    ]
    if release.replaces:
        found.append(("Replaces", release.replaces.title))
    return found


def choice_rows(choices: Iterable[RuleChoice]) -> list[list[str]]:
    """One list of texts for each choice: when, for what, rule, who, why."""
    return [
        [
            date(choice.at),
            choice.data_set or "This area",
            words_of(Rule(choice.hide_up_to, choice.round_to)),
            str(choice.by) if choice.by else "The system",
            choice.reason,
        ]
        for choice in choices
    ]


CHOICE_HEAD = ["Chosen", "For", "Rule", "By", "Why"]


def words_of(rule: Rule) -> str:
    """A rule in words."""
    return next((profile.words for profile in PROFILES if profile.rule == rule), rule.name)
