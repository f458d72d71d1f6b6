"""Making a page of HTML stand alone, so that it becomes a PDF without fetching anything."""

import base64
from urllib.parse import unquote, urljoin

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.storage import default_storage

CONTENT_TYPES = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "gif": "gif", "webp": "webp"}


def standing_alone(html: str) -> str:
    """The page with its pictures in it, links with whole addresses, and without what only a screen needs."""
    page = BeautifulSoup(html, "html.parser")
    for tag in page.find_all(["script", "audio", "form", "button"]):
        tag.decompose()
    for picture in page.find_all("img"):
        picture.attrs = {name: value for name, value in picture.attrs.items() if name in {"src", "alt", "class"}}
        _put_in(picture)
    for link in page.find_all("a", href=True):
        link["href"] = urljoin(settings.SITE_URL, link["href"])
    return str(page)


def _put_in(picture: BeautifulSoup) -> None:
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
