"""The date and source of tables whose rows hold none of their own, as the network's folder gave them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from config.today import today
from tenants.models import Area, LoadedFile, Network

FROM_THE_FOLDER = "the network's folder"


@dataclass(frozen=True)
class Told:
    """What stands under a table; `as_at` None where nobody stated a day."""

    as_at: datetime.date | None
    source: str


def of_file(file: str, loaded: Mapping[str, LoadedFile] | None = None) -> Told | None:
    """What sources.csv says of a file of the folder; None where no such file was loaded. `loaded` spares the query."""
    found = LoadedFile.objects.filter(file=file).first() if loaded is None else loaded.get(file)
    return Told(found.as_at, found.source) if found else None


def of_area(file: str, area: Area, *, is_edited: bool = False) -> Told:
    """The source of an area's own rows of this kind: the folder's, the area's, or the one and since then the other."""
    told = of_file(file)
    by_area = f"as entered by {area.name}"
    if is_edited:
        return Told(today(), f"{told.source}; since then {by_area}" if told else by_area)
    if told is not None:
        return told
    is_loaded = Network.objects.filter(loaded_at__isnull=False).exists()
    return Told(None, FROM_THE_FOLDER) if is_loaded else Told(today(), by_area)
