"""Making a page of HTML stand alone, so that it becomes a PDF without fetching anything."""

import base64
from urllib.parse import unquote, urljoin

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.files.storage import default_storage

INK = "#212b32"
CONTENT_TYPES = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "gif": "gif", "webp": "webp"}


def standing_alone(html: str) -> str:
    """The page with its pictures in it, links with whole addresses, and without what only a screen needs."""
    page = BeautifulSoup(html, "html.parser")
    for tag in page.find_all(["script", "audio", "form", "button"]):
        tag.decompose()
    for drawing in page.find_all("svg", attrs={"aria-hidden": "true"}):
        _put_behind(drawing)
    for picture in page.find_all("img"):
        picture.attrs = {name: value for name, value in picture.attrs.items() if name in {"src", "alt", "class"}}
        _put_in(picture)
    for link in page.find_all("a", href=True):
        link["href"] = urljoin(settings.SITE_URL, link["href"])
    return str(page)


def _put_behind(drawing: Tag) -> None:
    """A drawing that says nothing of its own, as a background: as a picture it would need words in a tagged PDF."""
    drawing["xmlns"] = "http://www.w3.org/2000/svg"
    drawn = str(drawing).replace("currentColor", INK).replace("viewbox=", "viewBox=")
    address = f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"
    drawing.name, drawing.attrs = "span", {"class": "drawing", "style": f"background-image: url({address})"}
    drawing.clear()


def _put_in(picture: Tag) -> None:
    """A picture of the media folder as a part of the page; one that isn't there any more leaves its description."""
    address = picture.get("src", "")
    if address.startswith("data:"):
        return
    name = unquote(address.removeprefix(settings.MEDIA_URL))
    kind = CONTENT_TYPES.get(name.rsplit(".", 1)[-1].lower())
    if not kind or not address.startswith(settings.MEDIA_URL) or not default_storage.exists(name):
        picture.name = "p"
        picture.string = picture.get("alt", "")
        picture.attrs = {}
        return
    with default_storage.open(name) as file:
        picture["src"] = f"data:image/{kind};base64,{base64.b64encode(file.read()).decode()}"
