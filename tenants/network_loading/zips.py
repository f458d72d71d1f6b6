"""Opening a zipped network folder safely: sizes are read before anything is unpacked."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from tenants.network_loading.faults import Fault, NetworkFaults
from tenants.network_loading.reading import MAX_FILE_BYTES

MAX_ZIP_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_PARTS = 100
MAX_RATIO = 100  # unpacked ÷ packed; CSV packs to about a tenth


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """A temporary folder with the CSV files of the .zip; raises NetworkFaults where it should not be opened.

    The files may stand at the top or in one folder, as file managers pack them. Other kinds of file are left out.
    """
    with tempfile.TemporaryDirectory(prefix="network-") as place:
        try:
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, path, Path(place))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
            raise _refused(path, f"can't be opened as a .zip file ({error}); pack the folder again") from error
        yield Path(place)


def _unpack(archive: zipfile.ZipFile, path: Path, place: Path) -> None:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    if path.stat().st_size > MAX_ZIP_BYTES:
        raise _refused(path, f"is larger than {MAX_ZIP_BYTES:,} bytes; a network folder is much smaller")
    if len(parts) > MAX_PARTS:
        raise _refused(path, f"has {len(parts):,} files in it; a network folder has about ten")
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise _refused(path, f"unpacks to more than {MAX_UNPACKED_BYTES:,} bytes; a network folder is much smaller")
    if any(part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts):
        raise _refused(path, "unpacks to over a hundred times its size, as a trap does; pack the folder again")
    wanted = [part for part in parts if _is_wanted(part.filename)]
    names = [PurePosixPath(part.filename).name for part in wanted]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise _refused(path, f"has {', '.join(twice)} more than once; pack one folder only")
    if len({PurePosixPath(part.filename).parent for part in wanted}) > 1:
        raise _refused(path, "has CSV files in more than one folder; pack one folder only")
    for part, name in zip(wanted, names, strict=True):
        with archive.open(part) as source, (place / name).open("wb") as copy:
            shutil.copyfileobj(_Limited(source, MAX_FILE_BYTES + 1), copy)


def _is_wanted(name: str) -> bool:
    """CSV files, without the shadow files that macOS packs beside them."""
    parts = PurePosixPath(name).parts
    return name.lower().endswith(".csv") and "__MACOSX" not in parts and not parts[-1].startswith("._")


def _refused(path: Path, why: str) -> NetworkFaults:
    return NetworkFaults([Fault(path.name, 0, "", why)])


class _Limited:
    """Reads at most so many bytes: the sizes that a .zip states of itself can be untrue."""

    def __init__(self, source: object, limit: int) -> None:
        self._source, self._left = source, limit

    def read(self, size: int) -> bytes:
        data = self._source.read(min(size, self._left))  # type: ignore[attr-defined]
        self._left -= len(data)
        return data
