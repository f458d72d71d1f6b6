"""All that is an area's, for those who leave or who ask: in plain tables, with its files and checksums."""

import csv
import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.serializers import serialize
from django.db import models, transaction
from django.utils import timezone

import audit
from accounts.models import User
from config.backup import programs
from config.backup.archive import CHUNK_BYTES, placing
from tenants.contexts import in_area
from tenants.data_part.rows_of import published_of
from tenants.migration_states import own_apps
from tenants.models import Area, BudgetBaseline, EligiblePool, Membership, Mentoring, Site, SiteMove

README = """All that the platform holds for {name}, on {day}.

own/     each table of its workspace, as .csv for people and as .json for programs
shared/  what it published, its public figures, its memberships, likewise
files/   its private files
workspace.dump  the workspace as PostgreSQL's pg_restore reads it
SHA256SUMS      a checksum of each part; check them with: sha256sum --check SHA256SUMS

Times are UTC. An empty cell is an empty value. It is as confidential as the area's most confidential data.
{facts}
"""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@transaction.atomic
def export_area(area: Area, path: Path, *, by: User | None = None) -> Path:
    """Write the .zip; raises Refused where the file is there already. The audit notes it."""
    with placing(path.expanduser().absolute()) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = _Parts(archive)
        facts = json.dumps({"area": area.slug, "exported_at": timezone.now().isoformat()})
        parts.write("README.txt", README.format(name=area.name, day=timezone.localdate(), facts=facts).encode())
        parts.write("area.json", serialize("json", [area], indent=1).encode())
        for name, rows in _shared_rows(area):
            _table(parts, f"shared/{name}", rows)
        with in_area(area):
            for model in _area_models():
                _table(parts, f"own/{model._meta.label_lower}", model._default_manager.order_by("pk"))
        private = private_folder(area)
        for item in sorted(private.rglob("*")) if private.is_dir() else []:
            if item.is_file() and not item.is_symlink():
                parts.copy(f"files/{item.relative_to(private).as_posix()}", item)
        _dump(parts, area)
        parts.finish()
    audit.record(action="area.export", by=by, area=area, object=area, detail={"parts": len(parts.digests)})
    return path


def private_folder(area: Area) -> Path:
    """Where the area's private files are."""
    return Path(settings.PRIVATE_ROOT) / area.schema_name


class _Parts:
    """The parts of the .zip, each with its checksum."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.digests: dict[str, str] = {}

    def write(self, name: str, content: bytes) -> None:
        self._archive.writestr(name, content)
        self.digests[name] = hashlib.sha256(content).hexdigest()

    def copy(self, name: str, path: Path) -> None:
        digest = hashlib.sha256()
        with path.open("rb") as source, self._archive.open(name, "w", force_zip64=True) as target:
            while chunk := source.read(CHUNK_BYTES):
                digest.update(chunk)
                target.write(chunk)
        self.digests[name] = digest.hexdigest()

    def finish(self) -> None:
        lines = [f"{digest}  {name}\n" for name, digest in self.digests.items()]
        self._archive.writestr("SHA256SUMS", "".join(lines))


def _table(parts: _Parts, name: str, rows: models.QuerySet[Any]) -> None:
    parts.write(f"{name}.json", serialize("json", rows, indent=1).encode())
    fields = rows.model._meta.concrete_fields
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(field.attname for field in fields)
    writer.writerows([_cell(getattr(row, field.attname)) for field in fields] for row in rows.iterator())
    parts.write(f"{name}.csv", text.getvalue().encode("utf-8-sig"))


def _cell(value: Any) -> str:
    """A value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
    is_text = isinstance(value, str)
    return f"'{text}" if is_text and text.startswith(FORMULA_STARTS) else text


def _dump(parts: _Parts, area: Area) -> None:
    with tempfile.TemporaryDirectory(prefix="ipc-export-") as folder:
        path = Path(folder) / "workspace.dump"
        schema = f'--schema="{area.schema_name}"'
        programs.run([programs.program("pg_dump"), "--format=custom", "--no-password", schema, f"--file={path}"])
        parts.copy("workspace.dump", path)


def _area_models() -> list[Any]:
    return [model for label in sorted(own_apps()) for model in apps.get_app_config(label).get_models()]


def _shared_rows(area: Area) -> Iterable[tuple[str, models.QuerySet[Any]]]:
    for model, rows in published_of(area):
        yield str(model._meta.verbose_name_plural).replace(" ", "_"), rows
    yield "sites", Site.objects.filter(area=area).order_by("pk")
    yield "moves_of_sites", SiteMove.objects.filter(site__area=area).order_by("pk")
    mentorings = Mentoring.objects.filter(mentor__area=area) | Mentoring.objects.filter(mentee__area=area)
    yield "mentorings", mentorings.order_by("pk")
    yield "budget_baseline", BudgetBaseline.objects.filter(area=area)
    yield "eligible_pools", EligiblePool.objects.filter(area=area)
    yield "memberships", Membership.objects.filter(area=area).order_by("pk")
