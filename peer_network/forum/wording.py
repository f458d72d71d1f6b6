"""A post's plain text as HTML: paragraphs, lines, and links that lead away with no word of where one comes from."""

import re

from markupsafe import Markup, escape

LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
# Signs that end a sentence rather than an address.
AFTER_A_LINK = ".,;:!?)]}’”'\""
REL = "nofollow ugc noopener noreferrer"


def as_html(text: str) -> Markup:
    """Everything escaped; a blank line begins a paragraph. Links alone become HTML, and carry `nofollow ugc`."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return Markup("").join(Markup("<p>{}</p>").format(_lines(each)) for each in paragraphs if each.strip())


def _lines(paragraph: str) -> Markup:
    return Markup("<br>").join(_with_links(line) for line in paragraph.split("\n"))


def _with_links(line: str) -> Markup:
    html, at = Markup(""), 0
    for match in LINK.finditer(line):
        address = match[0].rstrip(AFTER_A_LINK)
        html += escape(line[at : match.start()])
        html += Markup('<a class="nhsuk-link" href="{0}" rel="{1}">{0}</a>').format(address, REL)
        at = match.start() + len(address)
    return html + escape(line[at:])
