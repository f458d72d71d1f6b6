"""Writing a statement: begun, written part by part, published with its tables, corrected as a new version."""

from typing import Any

from django.db import transaction

import audit
from config.today import is_sample_activity, moment, today
from disclosure import S7R5
from disclosure import actions as releases
from files.tables import Table
from market.models import Statement, StatementVersion
from market.statements import notices, picture, queries
from market.statements.errors import NoDraft, NotWhole, ReasonMissing
from tenants.models import Area

DATA_SET = "What people could not find in the marketplace"
NAMES = {"see": "What we see", "missing": "What is missing", "buy": "What we will buy", "work": "How to work with us"}
State = StatementVersion.State


@transaction.atomic
def begin(*, area: Area, by: Any) -> StatementVersion:
    """The area's draft: the one that there is, a new version of this year's statement, or this year's first.

    A new one begins with the words of the last.
    """
    Area.objects.select_for_update(of=("self",)).get(pk=area.pk)
    draft = queries.draft_of(area)
    if draft is not None:
        return draft
    last = queries.newest_of(area)
    year = today().year
    statement = last.statement if last and last.statement.year >= year else None
    if statement is None:
        statement = Statement.objects.create(area=area, year=year, is_sample=is_sample_activity())
    words = {part: getattr(last, part) for part in StatementVersion.PARTS} if last else {}
    version = StatementVersion.objects.create(
        statement=statement,
        number=statement.versions.count() + 1,
        title=f"Market position statement {statement.year}: {area.name}",
        written_by=by,
        **words,
    )
    audit.record(action="market.statement_begin", by=by, area=area, object=version)
    return version


@transaction.atomic
def write(*, version: StatementVersion, part: str, text: str, by: Any) -> StatementVersion:
    """Save one of the four parts of a draft. Raises NoDraft for a version that is published."""
    found = _locked(version)
    setattr(found, part, text.strip())
    found.written_by, found.changed_at = by, moment()
    found.save(update_fields=[part, "written_by", "changed_at"])
    return found


@transaction.atomic
def publish(*, version: StatementVersion, by: Any, reason: str = "") -> StatementVersion:
    """Publish a draft with the tables of this very day, which stay with it. Raises StatementRefused.

    Providers of the area are told after the commit.
    """
    found = _locked(version)
    area = found.statement.area
    empty = [NAMES[part] for part in StatementVersion.PARTS if not getattr(found, part)]
    if empty:
        raise NotWhole(empty)
    if found.number > 1 and not reason.strip():
        raise ReasonMissing
    shown = picture.of(area)
    found.tables, found.counted_to = shown.to_json(), shown.counted_to
    found.reason = reason.strip() if found.number > 1 else ""
    found.state, found.published_on, found.published_at = State.PUBLISHED, today(), moment()
    found.published_by, found.changed_at = by, moment()
    found.save()
    _keep_release(area, found, shown.tables["unmet"], by)
    audit.record(action="market.statement_publish", by=by, area=area, object=found, detail={"version": found.number})
    notices.published(found, by=by)
    return found


@transaction.atomic
def discard(*, version: StatementVersion, by: Any) -> None:
    """Throw a draft away. Raises NoDraft for a version that is published."""
    found = _locked(version)
    statement = found.statement
    audit.record(action="market.statement_discard", by=by, area=statement.area, object=found)
    found.delete()
    if not statement.versions.exists():
        statement.delete()


def _locked(version: StatementVersion) -> StatementVersion:
    found = (
        StatementVersion.objects.select_for_update(of=("self",)).select_related("statement__area").get(pk=version.pk)
    )
    if found.state != State.DRAFT:
        raise NoDraft
    return found


def _keep_release(area: Area, version: StatementVersion, table: Table, by: Any) -> None:
    """Counts of people that are published stand in the area's history of releases too."""
    head = [cell["text"] if isinstance(cell, dict) else cell for cell in table.head]
    rows = [[cell if isinstance(cell, str) else cell.for_csv() for cell in row] for row in table.rows]
    releases.register_checked(
        data_set=DATA_SET,
        version=version.counted_to.isoformat(),
        title=version.title,
        selection="People in the area who said what they could not find, and searches that found nothing",
        criteria={"area": area.slug, "statement": version.statement.year, "version": version.number},
        tables=[{"caption": table.caption, "head": head, "rows": rows}],
        rule=S7R5,
        source=table.source,
        as_at=version.counted_to,
        by=by,
        area=area,
    )
