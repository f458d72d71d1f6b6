"""Checking a revision of a resource: the page is drawn as readers will get it, and looked through."""

from dataclasses import replace
from typing import Any

from knowledge.accessibility import page_rules
from knowledge.accessibility.findings import Finding


def findings(page: Any, revision: Any) -> list[Finding]:
    """What the check finds on a revision, each with the explanation that a person gave for it, if any."""
    from knowledge.models import Explanation

    given = dict(Explanation.objects.filter(resource_id=page.pk).values_list("finding", "why"))
    shown = revision.as_object()
    found = [*page_rules.all_findings(rendered(shown), shown.locale.language_code), *shown.more_findings()]
    # The same thing twice on a page is one finding, mended or explained once.
    once = {finding.key: finding for finding in found}
    return [replace(finding, explanation=given.get(key, "")) for key, finding in once.items()]


def rendered(page: Any) -> str:
    """The page's HTML as somebody gets it who isn't signed in."""
    return page.make_preview_request().content.decode()
