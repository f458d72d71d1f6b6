"""Unpacking a zipped network folder, once the guard has looked at it."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from files import zips
from files.faults import refused
from tenants.network_loading.reading import FILE_LIMITS, LIMITS

PACKED = (".zip", ".xlsx", ".xlsm", ".7z", ".rar", ".gz", ".tar")


@contextmanager
def unpacked(path: Path, name: str) -> Iterator[Path]:
    """A temporary folder with the CSV files of the .zip; raises Refused where it should not be opened.

    The files may stand at the top or in one folder, as file managers pack them. Other kinds of file are left out.
    """
    with (
        tempfile.TemporaryDirectory(prefix="network-") as place,
        path.open("rb") as source,
        zips.opened(source, name, LIMITS) as archive,
    ):
        _unpack(archive, name, Path(place))
        yield Path(place)


def _unpack(archive: zipfile.ZipFile, name: str, place: Path) -> None:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    nested = next((part.filename for part in parts if part.filename.lower().endswith(PACKED)), None)
    if nested:
        raise refused(name, f"has another packed file in it ({zips.shown(nested)}); pack the CSV files alone")
    wanted = [part for part in parts if _is_wanted(part.filename)]
    names = [PurePosixPath(part.filename).name for part in wanted]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise refused(name, f"has {', '.join(map(zips.shown, twice))} more than once; pack one folder only")
    if len({PurePosixPath(part.filename).parent for part in wanted}) > 1:
        raise refused(name, "has CSV files in more than one folder; pack one folder only")
    for part, file in zip(wanted, names, strict=True):
        with (place / file).open("wb") as copy:
            left = FILE_LIMITS.packed_bytes + 1  # a larger one is a fault of its own, with its name
            for chunk in zips.chunks(archive, part):
                copy.write(chunk[:left])
                left -= len(chunk)
                if left <= 0:
                    break


def _is_wanted(name: str) -> bool:
    """CSV files, without the shadow files that macOS packs beside them."""
    parts = PurePosixPath(name).parts
    return name.lower().endswith(".csv") and "__MACOSX" not in parts and not parts[-1].startswith("._")
