"""Resources for tests."""

import json
from typing import Any

TEXT = [{"type": "text", "value": "<h2>What helps</h2><p>Talk first about what matters to the person.</p>"}]


def index() -> Any:
    """The knowledge base, as the template database has it."""
    from knowledge.models import KnowledgeIndex

    return KnowledgeIndex.objects.get()


def draft(kind: Any = None, *, under: Any = None, **values: Any) -> Any:
    """A new resource with a short text, as a draft with one revision."""
    from knowledge.models import Method

    facts = {"title": "A first talk", "summary": "How to begin.", "body": json.dumps(TEXT), "live": False, **values}
    page = (under or index()).add_child(instance=(kind or Method)(**facts))
    page.save_revision()
    return page
