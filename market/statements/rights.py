"""Who may use the addresses of market position statements; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import PUBLIC, Row
from market import rights_samples as samples
from market.rights_samples import COMMISSIONERS, FORM, POST, PROVIDERS

WORDS = {"see": "We see", "missing": "Missing", "buy": "We buy", "work": "Ring us"}


def a_draft(area: Any, **words: str) -> Any:
    """A draft of the area's statement."""
    from market.models import StatementVersion
    from market.statements import drafting

    draft = drafting.begin(area=area, by=None)
    StatementVersion.objects.filter(pk=draft.pk).update(**{**WORDS, **words})
    draft.refresh_from_db()
    return draft


def a_statement(area: Any, **words: str) -> Any:
    """A version that is published; a new one each time."""
    from market.statements import drafting

    return drafting.publish(version=a_draft(area, **words), by=None, reason="A figure was put right")


def _own(world: Any) -> dict[str, Any]:
    return {"slug": world.area.slug}


def _others(world: Any) -> dict[str, Any]:
    return {"slug": world.other_area.slug}


def _with_draft(world: Any) -> dict[str, Any]:
    a_draft(world.area)
    return _own(world)


def _others_with_draft(world: Any) -> dict[str, Any]:
    a_draft(world.other_area)
    return _others(world)


def _published(world: Any) -> dict[str, Any]:
    version = a_statement(world.area)
    return {"slug": world.area.slug, "year": version.statement.year}


def _never(world: Any) -> dict[str, Any]:
    return {"slug": world.area.slug, "year": 2031}


def _version(world: Any) -> dict[str, Any]:
    return {**_published(world), "number": 1}


def _interest(world: Any, provider: Any) -> dict[str, Any]:
    from market.models import Interest

    statement = a_statement(world.area).statement
    return {"number": Interest.objects.create(statement=statement, provider=provider).pk}


def _own_interest(world: Any) -> dict[str, Any]:
    return _interest(world, samples.own_provider(world))


def _others_interest(world: Any) -> dict[str, Any]:
    return _interest(world, samples.a_provider())


def _intervention(area: Any) -> dict[str, Any]:
    from market.models import Intervention

    facts = {"need": "short_break", "kind": "grant", "what": "A grant", "owner": "The commissioning team"}
    return {"slug": area.slug, "number": Intervention.objects.create(area=area, **facts).pk}


def _others_offer(world: Any) -> dict[str, Any]:
    return samples.offer(world)


def _part(arguments: dict[str, Any]) -> dict[str, Any]:
    return {**arguments, "part": "see"}


def _table(arguments: dict[str, Any], key: str) -> dict[str, Any]:
    return {**arguments, "key": key, "ending": "csv"}


DRAFT = {"sample": _with_draft, "foreign": _others_with_draft}
ROWS = [
    Row("market:statements", PUBLIC),
    Row("market:statements-file", PUBLIC, sample=lambda world: {"ending": "csv"}),
    Row("market:statements-feed", PUBLIC),
    Row("market:statement", PUBLIC, sample=_published, foreign=_never),
    Row("market:statement-version", PUBLIC, sample=_version),
    Row("market:statement-file", PUBLIC, sample=lambda world: {**_version(world), "ending": "csv"}),
    Row("market:statement-interest", PROVIDERS, FORM, sample=_published, foreign=_never, also=(422,)),
    Row("market:statement-interest-end", PROVIDERS, POST, sample=_own_interest, foreign=_others_interest),
    Row("market:offer-answers", PROVIDERS, FORM, sample=samples.own_offer, foreign=_others_offer),
    Row("market:statement-mine", COMMISSIONERS),
    Row("market:statement-own", COMMISSIONERS, sample=_own, foreign=_others),
    Row("market:statement-begin", COMMISSIONERS, POST, sample=_own, foreign=_others),
    Row("market:statement-draft", COMMISSIONERS, **DRAFT),
    Row("market:statement-publish", COMMISSIONERS, FORM, also=(422,), **DRAFT),
    Row("market:statement-discard", COMMISSIONERS, FORM, **DRAFT),
    Row(
        "market:statement-write",
        COMMISSIONERS,
        FORM,
        sample=lambda world: _part(_with_draft(world)),
        foreign=lambda world: _part(_others_with_draft(world)),
    ),
    Row(
        "market:statement-own-file",
        COMMISSIONERS,
        sample=lambda world: _table(_own(world), "interest"),
        foreign=lambda world: _table(_others(world), "interest"),
    ),
    Row("market:gaps", COMMISSIONERS, sample=_own, foreign=_others),
    Row(
        "market:gaps-file",
        COMMISSIONERS,
        sample=lambda world: _table(_own(world), "gap-map"),
        foreign=lambda world: _table(_others(world), "gap-map"),
    ),
    Row("market:intervention-new", COMMISSIONERS, FORM, sample=_own, foreign=_others, also=(422,)),
    Row(
        "market:intervention",
        COMMISSIONERS,
        FORM,
        sample=lambda world: _intervention(world.area),
        foreign=lambda world: _intervention(world.other_area),
        also=(422,),
    ),
]
