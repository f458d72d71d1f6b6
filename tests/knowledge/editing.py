"""Filling in Wagtail's own forms as an editor's browser would."""

import json
from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

GPS_INFO, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112
TURNED_A_QUARTER = 6


def form_of(client: Client, address: str, form_id: str = "w-editor-form") -> dict[str, Any]:
    """Every field that a browser would send from the form at this address."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    page = BeautifulSoup(answer.content, "html.parser")
    form = page.find("form", id=form_id) or page.find("form", attrs={"data-edit-form": True})
    fields: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or field.get("type") in {"submit", "file", "button"}:
            continue
        if field.get("type") in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        if field.name == "textarea":
            fields[name] = field.get_text().removeprefix("\n")
        elif field.name == "select":
            chosen = field.find("option", selected=True)
            fields[name] = chosen.get("value", "") if chosen else ""
        else:
            fields[name] = field.get("value", "on" if field.get("type") == "checkbox" else "")
    return fields


def body_fields(*texts: str) -> dict[str, str]:
    """The `body` of a page as its form sends it: one part of rich text for each, in the editor's own JSON."""
    fields = {"body-count": str(len(texts))}
    for number, text in enumerate(texts):
        block = {"key": f"k{number}", "text": text, "type": "unstyled", "depth": 0}
        block |= {"inlineStyleRanges": [], "entityRanges": []}
        fields |= {
            f"body-{number}-deleted": "",
            f"body-{number}-order": str(number),
            f"body-{number}-type": "text",
            f"body-{number}-id": f"00000000-0000-4000-8000-00000000000{number}",
            f"body-{number}-value": json.dumps({"blocks": [block], "entityMap": {}}),
        }
    return fields


def front_page_fields(client: Client, page: Any, **changes: str) -> dict[str, Any]:
    """The front page's edit form, with a new short body and these changes."""
    fields = form_of(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return {**fields, **body_fields("A new part of the page."), **changes}


def photograph(name: str = "garden.jpg") -> SimpleUploadedFile:
    """A JPEG, 40 across and 20 down, that says where it was taken and is to be turned by a quarter."""
    picture = Image.new("RGB", (40, 20), (0, 94, 184))
    notes = picture.getexif()
    notes[MAKE] = "Camera of Bea Budget"
    notes[ORIENTATION] = TURNED_A_QUARTER
    notes.get_ifd(GPS_INFO)[1] = "N"
    notes.get_ifd(GPS_INFO)[2] = (50.0, 15.0, 47.0)
    written = BytesIO()
    picture.save(written, "JPEG", exif=notes.tobytes(), comment=b"taken at home")
    return SimpleUploadedFile(name, written.getvalue(), content_type="image/jpeg")


def upload(client: Client, **changes: Any) -> Any:
    """Sends the form for a new picture; returns the answer."""
    fields = {
        "title": "A garden",
        "file": photograph(),
        "description": "Two people dig a bed of beans.",
        "collection": "1",
        "tags": "",
        "focal_point_x": "",
        "focal_point_y": "",
        "focal_point_width": "",
        "focal_point_height": "",
        **changes,
    }
    return client.post(reverse("wagtailimages:add"), fields)
