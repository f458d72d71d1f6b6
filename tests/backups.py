"""What tests and soaks of backups share: a look at everything that is kept, and small changes to it."""

import hashlib
import re
import subprocess
from pathlib import Path

from django.conf import settings

from config.backup import programs

RANDOM = re.compile(r"^\\(un)?restrict .*$|^-- Dumped .*$", re.MULTILINE)
ONE_OF = re.compile(r"^.*(?: = ANY |\bCHECK )\(.*$", re.MULTILINE)
# The audit gets a row of the restore itself.
AUDIT = "--exclude-table-data=public.audit_auditrow*"


def dump(*schemas: str) -> str:
    """These schemas (or all) as text, without what PostgreSQL makes up anew each time."""
    chosen = [f"--schema={schema}" for schema in schemas]
    done = subprocess.run(
        [str(programs.program("pg_dump")), AUDIT, *chosen],
        env=programs.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    # The largest whole number is said of a copied sequence, and left out of one that was made with its table.
    text = done.stdout.replace("    MAXVALUE 2147483647\n", "    NO MAXVALUE\n")
    return ONE_OF.sub(_plain, RANDOM.sub("", text))


def _plain(line: re.Match[str]) -> str:
    """PostgreSQL writes the types of "one of these words", and brackets in checks, in two ways, before and after it was
    read in once."""
    return re.sub(r"::character varying|::text(\[\])?|[()]", "", line[0])


def files() -> dict[str, str]:
    """A digest of every file in media and private storage, without what a restore put by."""
    return {
        f"{root.name}/{path.relative_to(root)}": hashlib.sha256(path.read_bytes()).hexdigest()
        for root in (Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT))
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.relative_to(root).parts[0].startswith(".")
    }


def write_files(words: str) -> None:
    """A picture, a file of each of two areas, one of the network."""
    media, private = Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT)
    for path in (
        media / "images" / "a.jpg",
        private / "area_kernow" / "uploads" / "who.csv",
        private / "area_bristol" / "uploads" / "who.csv",
        private / "network" / "jobs" / "folder.zip",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{path.name}: {words}\n".encode() * 5000)
