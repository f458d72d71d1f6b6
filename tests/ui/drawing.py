"""Draws a component or a form as a page would."""

from bs4 import BeautifulSoup
from django.template import engines


def draw(source: str, **context) -> BeautifulSoup:
    """The HTML of a piece of Jinja2, parsed."""
    return BeautifulSoup(engines["jinja2"].from_string(source).render(context), "html.parser")


def words(element) -> str:
    """The text of an element with single spaces."""
    return " ".join(element.get_text(" ").split())
