"""Publishing figures about people, and choosing by which rule. Whatever is published here is kept for good."""

import datetime
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, transaction

import audit
from disclosure import queries
from disclosure.breakdowns import Breakdown, PublishedBreakdown, from_json
from disclosure.errors import NotComparable, PeopleChanged
from disclosure.kept import kept_count
from disclosure.memberships import PrivateMemberships
from disclosure.models import Release, RuleChoice
from disclosure.profiles import by_name
from disclosure.raw import RawCount
from disclosure.releasing import check_and_show, check_and_show_counts
from disclosure.rules import Rule
from disclosure.selections import MembershipLost, MembershipStore, Selection, key_of
from disclosure.shapes import tables_of
from disclosure.together import Release as Shown

# Two releases of one version at once wait for one another; any number will do that no other lock uses.
RELEASE_LOCK = 20150715


@transaction.atomic
def publish(
    *,
    area: Any,
    data_set: str,
    version: str,
    title: str,
    selection: Selection,
    breakdown: Breakdown,
    source: str,
    as_at: datetime.date,
    by: Any,
    replaces: Release | None = None,
    store: MembershipStore | None = None,
) -> Release:
    """Publish an area's figures about the people of a selection, by the rule that governs there.

    Compared with all that the area has published from the same version of the data set. Raises ReleaseRefused when
    somebody could be worked out, PeopleChanged and NotComparable when it can't be compared, ValueError for people
    without a category. The same figures again give the first release back.
    """
    _lock(data_set, version)
    store = store or PrivateMemberships()
    people = store.keyed(area, breakdown.signatures(selection.people))
    _no_other_level(area, data_set, version)
    rows = queries.of_version(area=area, data_set=data_set, version=version)
    earlier = [_as_shown(row, store) for row in rows]
    _same_people(selection.key, set(people), list(zip(rows, earlier, strict=True)))
    rule = queries.rule_for(area=area, data_set=data_set)
    shown = check_and_show(breakdown, people, rule=rule, earlier=earlier, name=title)
    kept = _again(rows, selection.key, _checksum(tables_of(shown)))
    if kept is not None:
        return kept
    membership, membership_checksum = store.keep(area, people)
    return _keep(
        shown=shown,
        by=by,
        area=area,
        data_set=data_set,
        version=version,
        title=title,
        selection=selection.words,
        criteria=dict(selection.criteria),
        source=source,
        as_at=as_at,
        replaces=replaces,
        membership=membership,
        membership_checksum=membership_checksum,
    )


@transaction.atomic
def publish_counts(
    *,
    area: Any,
    data_set: str,
    version: str,
    title: str,
    selection: str,
    criteria: Mapping[str, Any],
    breakdown: Breakdown,
    cells: Mapping[tuple[str, ...], RawCount],
    source: str,
    as_at: datetime.date,
    by: Any,
    replaces: Release | None = None,
) -> Release:
    """Publish from counts alone, where nobody's pseudonym is at hand: what areas have sent to the network.

    Nothing can be compared without people, so this is the only release of its version: raises NotComparable when
    there is another; ReleaseRefused as `publish`. `area` None: the network. All tables go in one breakdown.
    """
    _lock(data_set, version)
    _no_other_level(area, data_set, version)
    rows = queries.of_version(area=area, data_set=data_set, version=version)
    shown = check_and_show_counts(breakdown, cells, rule=queries.rule_for(area=area, data_set=data_set))
    kept = _again(rows, key_of(criteria), _checksum(tables_of(shown)))
    if kept is not None:
        return kept
    if rows:
        raise NotComparable(rows[0].title)
    return _keep(
        shown=shown,
        by=by,
        area=area,
        data_set=data_set,
        version=version,
        title=title,
        selection=selection,
        criteria=dict(criteria),
        source=source,
        as_at=as_at,
        replaces=replaces,
    )


@transaction.atomic
def register_public(
    *,
    data_set: str,
    version: str,
    title: str,
    selection: str,
    tables: Sequence[Mapping[str, Any]],
    source: str,
    as_at: datetime.date,
    by: Any = None,
    area: Any = None,
    replaces: Release | None = None,
) -> Release:
    """Enter figures that others have published already, as they stand there. The same again gives the first entry.

    `tables` as `disclosure.shapes.tables_of` makes them. Never for counts from our own rows.
    """
    _lock(data_set, version)
    tables = [dict(table) for table in tables]
    found = Release.objects.filter(area=area, data_set=data_set, version=version, checksum=_checksum(tables)).first()
    if found is not None:
        return found
    return _store(
        by=by,
        area=area,
        data_set=data_set,
        version=version,
        title=title,
        selection=selection,
        criteria={},
        tables=tables,
        source=source,
        as_at=as_at,
        replaces=replaces,
    )


@transaction.atomic
def register_checked(
    *,
    data_set: str,
    version: str,
    title: str,
    selection: str,
    criteria: Mapping[str, Any],
    tables: Sequence[Mapping[str, Any]],
    rule: Rule,
    source: str,
    as_at: datetime.date,
    by: Any,
    area: Any = None,
    replaces: Release | None = None,
) -> Release:
    """Enter figures that a room has made by `rule` and checked together itself, such as those of quarterly returns.

    `tables` as `disclosure.shapes.tables_of` makes them. Raises ValueError for a number that the rule never shows, so
    a true count that got in by mistake is found out.
    """
    tables = [dict(table) for table in tables]
    for number in (cell for table in tables for row in table["rows"] for cell in row if isinstance(cell, int)):
        kept_count(number, rule)
    return _store(
        by=by,
        area=area,
        data_set=data_set,
        version=version,
        title=title,
        selection=selection,
        criteria=dict(criteria),
        tables=tables,
        figures={"checked": True},
        hide_up_to=rule.hide_up_to,
        round_to=rule.round_to,
        source=source,
        as_at=as_at,
        replaces=replaces,
    )


@transaction.atomic
def choose_rule(*, area: Any = None, data_set: str = "", rule: str, reason: str, by: Any) -> RuleChoice:
    """From now on the area, or the data set, publishes by this rule. Raises LooserRuleError for an unknown one.

    What has been published stays; a version that was begun by another rule can't be added to.
    """
    chosen = by_name(rule)
    choice = RuleChoice.objects.create(
        area=area,
        data_set=data_set,
        hide_up_to=chosen.hide_up_to,
        round_to=chosen.round_to,
        reason=reason,
        by=by,
    )
    audit.record(action="release_rule.choose", by=by, area=area, object=choice, detail={"rule": chosen.name})
    return choice


def _lock(data_set: str, version: str) -> None:
    number = int.from_bytes(hashlib.sha256(f"{data_set}|{version}".encode()).digest()[:4], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [RELEASE_LOCK, number])


def _no_other_level(area: Any, data_set: str, version: str) -> None:
    """An area's figures and the network's hold the same people, and there is nowhere to compare them in."""
    published = queries.with_figures(data_set, version)
    other = published.filter(area__isnull=area is not None).first()
    if other is not None:
        raise NotComparable(other.title)


def _as_shown(row: Release, store: MembershipStore) -> Shown:
    if row.figures is None or not row.membership:
        raise NotComparable(row.title)
    try:
        return Shown(row.title, from_json(row.figures), store.read(row.membership, row.membership_checksum))
    except MembershipLost as lost:
        raise NotComparable(row.title) from lost


def _same_people(key: str, people: set[Any], earlier: Sequence[tuple[Release, Shown]]) -> None:
    for row, shown in earlier:
        if row.selection_key == key and set(shown.people) != people:
            raise PeopleChanged(row.title)


def _again(rows: Sequence[Release], selection_key: str, checksum: str) -> Release | None:
    return next((row for row in rows if (row.selection_key, row.checksum) == (selection_key, checksum)), None)


def _keep(*, shown: PublishedBreakdown, **facts: Any) -> Release:
    rule = {"hide_up_to": shown.rule.hide_up_to, "round_to": shown.rule.round_to}
    return _store(tables=tables_of(shown), figures=shown.to_json(), **rule, **facts)


def _store(*, by: Any, area: Any, **facts: Any) -> Release:
    release = Release.objects.create(
        by=by,
        area=area,
        area_slug=area.slug if area else "",
        selection_key=key_of(facts["criteria"]),
        checksum=_checksum(facts["tables"]),
        **facts,
    )
    detail = {"data_set": release.data_set, "version": release.version, "rule": release.rule_name}
    audit.record(action="release.publish", by=by, area=area, object=release, detail=detail)
    return release


def _checksum(tables: Sequence[Mapping[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(tables, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
