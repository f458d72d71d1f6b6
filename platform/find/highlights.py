"""Marking the words that were found, without trusting the text around them."""

from markupsafe import Markup, escape

# Private-use characters: no text of people's has them, and they are not HTML, so the text can be escaped around them.
START = "\ue000"
END = "\ue001"


def as_html(excerpt: str) -> Markup:
    """The excerpt as HTML: everything escaped, the words that were found in `<mark>`.

    A mark that a text brought along itself, or half of one, comes out as nothing.
    """
    parts = excerpt.split(START)
    html = escape(parts[0].replace(END, ""))
    for part in parts[1:]:
        marked, closed, rest = part.partition(END)
        html += Markup("<mark>{}</mark>{}").format(marked, rest.replace(END, "")) if closed else escape(marked)
    return html


def as_text(excerpt: str) -> str:
    """The excerpt without marks."""
    return excerpt.replace(START, "").replace(END, "")
