"""Who may use the addresses of what readers say; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import AREA_STAFF, PAGE_EDITORS, PUBLIC, Row

FORM = ("GET", "POST")


def published(world: Any) -> Any:
    """A published sample, made once."""
    from knowledge.coproduction import sample
    from knowledge.models import KnowledgeIndex, Method

    page = Method.objects.filter(slug="read-in-the-rights-table").first()
    if page is None:
        facts = {"title": "Read", "slug": "read-in-the-rights-table", "summary": "In short.", "is_sample": True}
        page = sample.publish(KnowledgeIndex.objects.get().add_child(instance=Method(**facts)))
    return page


def _page(world: Any) -> dict[str, Any]:
    return {"page": published(world).pk}


def _use(world: Any, area: Any) -> Any:
    from knowledge.models import Use

    return Use.objects.get_or_create(resource_id=published(world).pk, area=area, defaults={"changed": "A day."})[0]


def _is_elsewhere(world: Any) -> bool:
    return world.me == world.people["area lead of another area"]


def _own_use(world: Any) -> dict[str, Any]:
    area = world.other_area if _is_elsewhere(world) else world.area
    return {**_page(world), "area": _use(world, area).area.slug}


def _foreign_use(world: Any) -> dict[str, Any]:
    area = world.area if _is_elsewhere(world) else world.other_area
    return {**_page(world), "area": _use(world, area).area.slug}


def _any_use(world: Any) -> dict[str, Any]:
    return {"use": _use(world, world.area).pk}


ROWS = [
    Row("knowledge:use", AREA_STAFF, FORM, sample=_page, also=(422,)),
    Row("knowledge:use-remove", AREA_STAFF, FORM, sample=_own_use, foreign=_foreign_use),
    Row("knowledge:opinion", PUBLIC, FORM, sample=_page, also=(422,)),
    Row("knowledge:said", PAGE_EDITORS),
    Row("knowledge:said-file", PAGE_EDITORS, sample=lambda world: {"ending": "csv"}),
    Row("knowledge:said-of", PAGE_EDITORS, sample=_page),
    Row("knowledge:use-take-off", PAGE_EDITORS, FORM, sample=_any_use),
]
