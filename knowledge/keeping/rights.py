"""Who may use the addresses of reviews; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import PAGE_EDITORS, SIGNED_IN, Row


def _resource(slug: str, author: Any) -> dict[str, Any]:
    from knowledge.coproduction import sample
    from knowledge.models import KnowledgeIndex, Method

    page = Method.objects.filter(slug=slug).first()
    if page is None:
        facts = {"title": "Old", "summary": "In short.", "is_sample": True, "review_on": datetime.date(2015, 7, 1)}
        page = sample.publish(
            KnowledgeIndex.objects.get().add_child(instance=Method(slug=slug, author=author, **facts))
        )
    return {"page": page.pk}


def _own(world: Any) -> dict[str, Any]:
    return _resource("to-be-reviewed", world.me)


ROWS = [
    Row("knowledge:due", PAGE_EDITORS),
    Row("knowledge:due-file", PAGE_EDITORS, sample=lambda world: {"ending": "csv"}),
    Row("knowledge:review-due", SIGNED_IN, ("GET", "POST"), sample=_own, also=(422,)),
]
