"""Faults that only show when files are read together, or beside what is stored."""

from collections.abc import Iterator

from tenants.models import Area
from tenants.models.areas import schema_for
from tenants.network_loading.faults import Fault
from tenants.network_loading.reading import Folder, Row
from tenants.network_loading.shapes import NETWORK_WIDE_FILES, SHAPES


def faults_across_files(folder: Folder) -> list[Fault]:
    """Unknown areas, areas that would share a name or a schema, partners of two kinds, sources of unknown files."""
    return [
        *_unknown_areas(folder),
        *_areas_alike(folder),
        *_partners_of_two_kinds(folder),
        *_sources_of_unknown_files(folder),
        *_more_than_one_network(folder),
    ]


def _unknown_areas(folder: Folder) -> Iterator[Fault]:
    if "areas.csv" in folder.broken:
        return  # rows of areas.csv are missing for a reason that is told already
    known = {row["slug"] for row in folder.of("areas.csv")} | set(Area.objects.values_list("slug", flat=True))
    for file, rows in folder.rows.items():
        if "area" not in {column.name for column in SHAPES[file].columns}:
            continue
        for row in rows:
            if row["area"] == "network" and file in NETWORK_WIDE_FILES:
                continue
            if row["area"] not in known:
                yield row.fault("area", f"{row['area']!r} is no area of areas.csv; check how it is written")


def _areas_alike(folder: Folder) -> Iterator[Fault]:
    """Two areas with one name, or whose slugs make the same schema (`a-b` beside a stored `a--b` does not)."""
    stored = {area.schema_name: area for area in Area.objects.all()}
    names = {area.name.casefold(): area.slug for area in stored.values()}
    lines: dict[str, str] = {}
    for row in folder.of("areas.csv"):
        name, schema = row["name"].casefold(), schema_for(row["slug"])
        if name in lines:
            yield row.fault("name", f"is the same as {lines[name]}; each area needs its own")
        elif names.get(name, row["slug"]) != row["slug"]:
            yield row.fault("name", f"is the name of the stored area {names[name]}; check the slug")
        if schema in stored and stored[schema].slug != row["slug"]:
            yield row.fault("slug", f"is too like the stored area {stored[schema].slug}; choose another")
        lines.setdefault(name, row.where)


def _partners_of_two_kinds(folder: Folder) -> Iterator[Fault]:
    first: dict[str, Row] = {}
    for row in folder.of("partners.csv"):
        earlier = first.setdefault(row["partner"].casefold(), row)
        if earlier["kind"] != row["kind"]:
            why = f"is {row['kind']} here and {earlier['kind']} on {earlier.where}; write one kind"
            yield row.fault("kind", why)


def _sources_of_unknown_files(folder: Folder) -> Iterator[Fault]:
    for row in folder.of("sources.csv"):
        if row["file"] not in SHAPES:
            yield row.fault("file", f"{row['file']!r} is not a file of a network folder")


def _more_than_one_network(folder: Folder) -> Iterator[Fault]:
    for row in folder.of("network.csv")[1:]:
        yield row.fault("", "a folder describes one network; keep one row")
