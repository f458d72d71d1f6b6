"""Write everything to one file: the database, media and private files."""

import argparse
from pathlib import Path
from typing import Any

from config.commands import _setup

AFTERWARDS = (
    "It holds everybody's data and is not encrypted: encrypt it, and keep SECRET_KEY, which isn't in it, elsewhere."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE [--verify] [--json]`."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="the .tar to write; one that is there is not overwritten"
    )
    parser.add_argument("--verify", action="store_true", help="read a backup that is there from end to end instead")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Write it, read it back, and say what is in it."""
    _setup.with_database()
    from config.backup import saving

    with _setup.refusals():
        manifest = saving.check(options.file) if options.verify else saving.save_and_record(options.file)
    if options.json:
        _setup.print_json(facts(manifest) | {"file": str(options.file)})
    else:
        print(f"{options.file} is a whole backup." if options.verify else f"Written to {options.file}, and read back.")
        print("\n".join(lines(manifest)))
        if not options.verify:
            print(AFTERWARDS)
    return 0


def facts(manifest: Any) -> dict[str, Any]:
    """What is in a backup, as plain values."""
    return {
        "kind": manifest.kind,
        "made_at": manifest.made_at,
        "code": manifest.code,
        "postgresql": manifest.postgresql,
        "areas": [area["slug"] for area in manifest.areas if area["schema"] in manifest.rows],
        "tables": sum(len(tables) for tables in manifest.rows.values()),
        "rows": sum(sum(tables.values()) for tables in manifest.rows.values()),
        "files": len(manifest.parts) - 1,
        "bytes": sum(part.bytes for part in manifest.parts),
        "notes": manifest.notes,
    }


def lines(manifest: Any) -> list[str]:
    """The same in words."""
    found = facts(manifest)
    return [
        f"  made on {manifest.made_at_words} by version {manifest.code}, PostgreSQL {manifest.postgresql}",
        f"  {len(found['areas'])} areas, {found['tables']:,} tables with {found['rows']:,} rows, "
        f"{found['files']:,} files",
        *[f"  note: {note}" for note in manifest.notes],
    ]
