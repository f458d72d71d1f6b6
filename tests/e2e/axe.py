"""axe in the browser: the rules of WCAG 2.2 AA and good practice, at a phone's, a tablet's and a desk's width."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
OPTIONS: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
    "resultTypes": ["violations"],
}
# What a page shows at a tablet's width it shows at one of the others too, in the same colours, which take axe longest.
COLOURS_SEEN_ELSEWHERE: dict[str, Any] = {
    **OPTIONS,
    "rules": {**OPTIONS["rules"], "color-contrast": {"enabled": False}},
}
OF_WIDTH = {768: COLOURS_SEEN_ELSEWHERE}
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def violations(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """What axe finds on the page as it stands, one line for each element and width; no line is a pass."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)
        answer = page.evaluate(
            "options => axe.run(document, options).then(found => found.violations)", OF_WIDTH.get(width, OPTIONS)
        )
        found += [f"{width} px: {line}" for violation in answer for line in _lines(violation)]
    return found


def _lines(violation: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']} ({violation['help']}) at {node['target']}: {node['html'][:200]} {node['failureSummary']}"
        for node in violation["nodes"]
    ]
