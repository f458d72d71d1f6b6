"""The archive's file: written beside its place and named at the end, read with distrust.

A .tar with `database.dump`, `files/media/…`, `files/private/…`, then `manifest.json` with a checksum of each part, and
`manifest.sha256` with that of the manifest. What is cut short has no manifest, and is refused.
"""

import hashlib
import io
import os
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from config.backup.manifest import Manifest, Part
from embedded.errors import Refused

OWNER_ONLY = 0o600
CHUNK_BYTES = 1024 * 1024
MANIFEST, DIGEST, DATABASE = "manifest.json", "manifest.sha256", "database.dump"
MANIFEST_LIMIT_BYTES = 256 * 1024 * 1024
FOLDERS = ("files/media/", "files/private/")
BAD_CHARACTERS = re.compile(r"[\x00-\x1f\x7f\\]")


class Writer:
    """An archive in the making; `add` its parts, then `finish`."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._tar = tarfile.open(fileobj=handle, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self.parts: list[Part] = []

    def add(self, name: str, path: Path, *, mode: int = OWNER_ONLY) -> None:
        """Add a file as it is now. Raises FileNotFoundError where it is gone, Refused where it shrinks meanwhile."""
        with path.open("rb") as source:
            facts = os.fstat(source.fileno())
            member = tarfile.TarInfo(name)
            member.size, member.mode, member.mtime = facts.st_size, mode, int(facts.st_mtime)
            reader = _Hashing(source)
            try:
                self._tar.addfile(member, reader)
            except OSError as error:
                raise Refused(f"{path} could not be read whole ({error}). Run the backup again.") from error
        self.parts.append(Part(name, member.size, reader.digest()))

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest, which is what makes it an archive."""
        manifest.parts = self.parts
        content = manifest.to_json()
        for name, data in ((MANIFEST, content), (DIGEST, hashlib.sha256(content).hexdigest().encode())):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(data), OWNER_ONLY
            self._tar.addfile(member, io.BytesIO(data))
        self._tar.close()


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A writer of the archive `path`; see `placing`."""
    with placing(path) as file:
        yield Writer(file)


@contextmanager
def placing(path: Path) -> Iterator[IO[bytes]]:
    """A new file, which has its name when the block ends well, and not before; for its owner only.

    Raises Refused where `path` is there already, or can't be written.
    """
    if path.exists():
        raise Refused(f"{path} is there already. Nothing is overwritten: choose another name.")
    unfinished = path.with_name(f".{path.name}.unfinished-{os.getpid()}")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ONLY)
    except OSError as error:
        raise Refused(f"{path} can't be written: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _name(unfinished, path)
    except OSError as error:
        raise Refused(f"{path} can't be written: {error.strerror or error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _name(unfinished: Path, path: Path) -> None:
    """Give it its name, unless another file got it meanwhile, and see to it that the disk knows."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise Refused(f"{path} is there already. Nothing is overwritten: choose another name.") from None
    except OSError:  # a file system without links
        unfinished.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See to it that names made or changed in the folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Reader:
    """An archive that was read from end to end and is what its manifest says. Use through `reading`."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self.path = path
        try:
            self._tar = tarfile.open(fileobj=file, mode="r:")  # noqa: SIM115
            found = {member.name: self._checked(member) for member in self._once_each()}
        except OSError as error:
            raise Refused(f"{path} can't be read: {error.strerror or error}.") from error
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise Refused(f"{path} is no backup of the platform, or is damaged ({error}).") from error
        self.manifest = self._manifest(found)

    def extract(self, part: Part, target: Path, *, mode: int = OWNER_ONLY) -> None:
        """Write one part to a new file; raises Refused where it is no longer what the manifest says."""
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        source = self._tar.extractfile(part.name)
        digest = hashlib.sha256()
        with os.fdopen(handle, "wb") as file:
            while source is not None and (chunk := source.read(CHUNK_BYTES)):
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != part.sha256:
            raise Refused(f"{self.path}: {part.name} changed while it was read.")

    def mode_of(self, part: Part) -> int:
        """The file's rights, without any that run it or set an owner."""
        return self._tar.getmember(part.name).mode & 0o666

    def _once_each(self) -> Iterator[tarfile.TarInfo]:
        seen: set[str] = set()
        for member in self._tar:
            if member.name in seen:
                raise Refused(f"{self.path}: {member.name!r} is in it twice. Nothing was changed.")
            seen.add(member.name)
            yield member

    def _checked(self, member: tarfile.TarInfo) -> Part:
        if not member.isreg() or not _is_good_name(member.name):
            raise Refused(f"{self.path}: {member.name!r} has no place in a backup. Nothing was changed.")
        source, digest, size = self._tar.extractfile(member), hashlib.sha256(), 0
        while source is not None and (chunk := source.read(CHUNK_BYTES)):
            digest.update(chunk)
            size += len(chunk)
        return Part(member.name, size, digest.hexdigest())

    def _manifest(self, found: dict[str, Part]) -> Manifest:
        cut_short = f"{self.path} is no whole backup: it is cut short, or damaged. Nothing was changed."
        if MANIFEST not in found or DIGEST not in found or found[MANIFEST].bytes > MANIFEST_LIMIT_BYTES:
            raise Refused(cut_short)
        if self._content(DIGEST).decode(errors="replace") != found[MANIFEST].sha256:
            raise Refused(f"{self.path}: the manifest is damaged. Nothing was changed.")
        manifest = Manifest.from_json(self._content(MANIFEST))
        listed = {part.name: part for part in manifest.parts}
        damaged = sorted(name for name, part in listed.items() if name in found and found[name] != part)
        missing = sorted(set(listed) - set(found))
        strange = sorted(set(found) - set(listed) - {MANIFEST, DIGEST})
        faults = [f"{self.path}: {name} is damaged. Nothing was changed." for name in damaged]
        faults += [f"{self.path}: {name} is missing. Nothing was changed." for name in missing]
        faults += [f"{self.path}: {name} is not in its manifest. Nothing was changed." for name in strange]
        if DATABASE not in listed and not faults:
            faults = [cut_short]
        if faults:
            raise Refused(*faults)
        return manifest

    def _content(self, name: str) -> bytes:
        source = self._tar.extractfile(name)
        return source.read() if source else b""


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """A checked archive. Raises Refused, with a line for each fault, before anything is done with it."""
    if not path.is_file():
        raise Refused(f"There is no file {path}.")
    with path.open("rb") as file:
        yield Reader(path, file)


def _is_good_name(name: str) -> bool:
    """One of ours: no way out of the two folders, no hidden folder at their top, nothing a terminal would obey."""
    if name in (MANIFEST, DIGEST, DATABASE):
        return True
    folder = next((each for each in FOLDERS if name.startswith(each)), None)
    if folder is None or BAD_CHARACTERS.search(name):
        return False
    steps = name.removeprefix(folder).split("/")
    return all(step not in ("", ".", "..") for step in steps) and not steps[0].startswith(".")


class _Hashing:
    """A file for reading that knows the checksum of what was read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self._source.read(size)
        self._digest.update(chunk)
        return chunk

    def digest(self) -> str:
        return self._digest.hexdigest()
