"""axe in the browser: the rules of WCAG 2.2 AA and good practice, at a phone's, a tablet's and a desk's width.

Contrast takes axe longer than all other rules together, and most of a site's words stand in the same few colours. So
each combination of colour, size, weight and ground is looked at once a run, on the first page that shows it. Where a
width shows the very elements that another did, in the same words and states, only the rules that measure are asked
again: all others would look at the same things. `script/soak axe` looks at everything everywhere.
"""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
# Every page is given the script before its own, as a function that is only run where axe is asked: the browser then
# needs to read half a megabyte once for each of its windows and not on each page. It stays out of the page's own way.
BEFORE_EACH_PAGE = f"window.loadAxe = () => {{{AXE_SCRIPT}}};"
LOADED = "() => { if (!window.axe) loadAxe(); }"
RULES: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
    "resultTypes": ["violations"],
}
BUT_COLOURS: dict[str, Any] = {**RULES, "rules": {**RULES["rules"], "color-contrast": {"enabled": False}}}
# The rules whose answer hangs on where and how large something is, or what its words look like.
THAT_MEASURE: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
LOOK = (Path(__file__).parent / "looking.js").read_text()
EVERYTHING = bool(os.environ.get("IPC_SOAK"))
OPTIONS = {"all": RULES if EVERYTHING else BUT_COLOURS, "thatMeasure": THAT_MEASURE, "contrast": COLOURS}

_seen: set[int] = set()


def violations(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """What axe finds on the page as it stands, one line for each element and width; no line is a pass."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.evaluate(LOOK, [None if EVERYTHING else list(_seen), OPTIONS])
        # A combination that fails is looked at again on the next page that shows it.
        if not answer["pale"]:
            _seen.update(answer["combinations"])
        found += [f"{width} px: {line}" for each in answer["found"] + answer["pale"] for line in _lines(each)]
    return found


def _lines(violation: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']} ({violation['help']}) at {node['target']}: {node['html'][:200]} {node['failureSummary']}"
        for node in violation["nodes"]
    ]
