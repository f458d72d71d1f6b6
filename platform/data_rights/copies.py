"""Writing a person's copy: a page to read, JSON for a machine, and a CSV file for each table."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from data_rights import registry
from data_rights.registry import Section
from files import writing_csv

README = """Your data

your-data.html   everything, to read: open it in a browser
your-data.json   the same for another program
tables/          the same as tables that a spreadsheet opens

Other people are not named in it. Keep it as carefully as your bank statements: it is about you.
"""

Step = Callable[..., None]


def gather(user: Any, step: Step | None = None) -> list[tuple[registry.Part, list[Section]]]:
    """Every part with its sections that hold rows, in the order of the parts."""
    found = []
    parts = registry.parts()
    for number, part in enumerate(parts, start=1):
        found.append((part, [section for section in part.export(user) if section.rows]))
        if step:
            step(number, len(parts), part.title)
    return found


def write(user: Any, target: Path, step: Step | None = None) -> None:
    """Write the zip. `step(done, total, words)` is told of each part."""
    found = gather(user, step)
    made_at = timezone.localtime()
    page = render_to_string(
        "data_rights/copy.html",
        {"person": user, "parts": found, "made_at": made_at, "site": settings.WAGTAIL_SITE_NAME},
    )
    document = {
        "made_at": made_at.isoformat(timespec="seconds"),
        "person": {"name": user.name, "email": user.email, "id": str(user.public_id)},
        "parts": {part.key: {each.key: each.records for each in sections} for part, sections in found},
        "no_data_in": [part.title for part, sections in found if not sections],
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        archive.writestr("your-data.html", page)
        archive.writestr("your-data.json", json.dumps(document, indent=1, ensure_ascii=False, default=str))
        for number, section in enumerate((each for _, sections in found for each in sections), start=1):
            archive.writestr(f"tables/{number:02}-{_file_name(section.key)}.csv", _csv(section))


def _csv(section: Section) -> str:
    text = io.StringIO()
    text.write(writing_csv.BYTE_ORDER_MARK + writing_csv.text([section.head, *section.rows]))
    return text.getvalue()


def _file_name(key: str) -> str:
    return re.sub(r"[^a-z0-9-]", "-", key.lower())
