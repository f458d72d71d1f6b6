"""Where data versions lie: a folder each in the area's private storage, under a name of ours.

A folder counts once a row of the database names it. Whoever is killed half way leaves a folder that no row names, and
that is cleared away: by the next load, and each night.
"""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from files.private_storage import OWNER_ONLY_FOLDER

PLACE = "finance"
GIVEN = "given"  # within a folder while it is loaded: the files as they were sent
FEATURES = "features"
REJECTED, DUPLICATES = "rejected.csv", "duplicates.csv"
# Two loads of one area wait for one another; any number will do that no other lock uses.
LOAD_LOCK = 20150415


def root(area: Any) -> Path:
    """The folder of all versions of an area."""
    return Path(settings.PRIVATE_ROOT) / area.schema_name / PLACE


def features(area: Any) -> Path:
    """The folder of what is kept of versions for counting cohorts; each file's name begins with a version's folder."""
    return root(area) / FEATURES


def path_of(area: Any, folder: str) -> Path:
    """The folder of a version; raises ValueError for a name that is none of ours."""
    if not (len(folder) == 32 and folder.isalnum()):
        raise ValueError("A version's folder has a name of 32 letters and digits.")
    return root(area) / folder


def make(area: Any) -> str:
    """A new, empty folder for the owner alone; returns its name."""
    name = uuid.uuid4().hex
    for each in (root(area).parent.parent, root(area).parent, root(area), root(area) / name):
        each.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        each.chmod(OWNER_ONLY_FOLDER)
    return name


def forget(area: Any, folder: str) -> None:
    """Delete a version's files, with what was kept of it for counting; nothing happens where they are gone."""
    for path in features(area).glob(f"{path_of(area, folder).name}-*"):
        path.unlink(missing_ok=True)
    shutil.rmtree(path_of(area, folder), ignore_errors=True)


def forget_orphans(area: Any) -> int:
    """Delete folders that no version names; in the area's schema, while no load is under way. Returns how many."""
    from finance_models.models import DataVersion

    named = set(DataVersion.objects.exclude(folder="").values_list("folder", flat=True))
    left = [each for each in _there(area) if each not in named]
    for folder in left:
        forget(area, folder)
    return len(left)


def _there(area: Any) -> Iterator[str]:
    if root(area).is_dir():
        yield from (each.name for each in root(area).iterdir() if each.is_dir() and len(each.name) == 32)
