"""What an archive says of itself: when, of what, with which versions, and the checksum of each part."""

import dataclasses
import datetime
import json
import re
from dataclasses import dataclass, field
from typing import Any

from embedded.errors import Refused

FORMAT = 1
WHOLE, AREA = "whole", "area"
NAME_SHAPE = "[A-Za-z0-9_]+"


@dataclass(frozen=True)
class Part:
    """One file of the archive. `bytes` and `sha256` are of its content."""

    name: str
    bytes: int
    sha256: str


@dataclass
class Manifest:
    """The archive's own facts. `migrations` and `rows` (how many each table has) are by schema."""

    kind: str
    made_at: str
    postgresql: str
    code: str
    areas: list[dict[str, Any]]  # id, slug, schema, name, status, created_at
    migrations: dict[str, list[list[str]]]
    rows: dict[str, dict[str, int]]
    notes: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    format: int = FORMAT

    def area(self, slug: str) -> dict[str, Any]:
        """The facts of one area with a workspace in the archive; raises Refused with those that there are."""
        for area in self.areas:
            if area["slug"] == slug and area["schema"] in self.rows:
                return area
        known = ", ".join(area["slug"] for area in self.areas if area["schema"] in self.rows) or "none"
        raise Refused(f"There is no workspace of {slug!r} in this backup. It has: {known}.")

    @property
    def postgresql_major(self) -> int:
        """18 of 18.4."""
        return int(self.postgresql.partition(".")[0])

    @property
    def made_at_words(self) -> str:
        """24 November 2026, 01:05 UTC."""
        moment = datetime.datetime.fromisoformat(self.made_at)
        return f"{moment.day} {moment:%B %Y, %H:%M} UTC"

    def to_json(self) -> bytes:
        """As it stands in the archive."""
        return json.dumps(dataclasses.asdict(self), indent=1, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, content: bytes) -> "Manifest":
        """Read it; raises Refused where it is of another format or no manifest at all."""
        try:
            facts = json.loads(content)
            version = facts["format"]
            if version != FORMAT:
                raise Refused(f"The backup has format {version}, and this version of the platform reads {FORMAT}.")
            facts["parts"] = [Part(**part) for part in facts["parts"]]
            names = [name for schema, tables in facts["rows"].items() for name in (schema, *tables)]
            if not all(re.fullmatch(NAME_SHAPE, name) for name in names):
                raise Refused("The backup's manifest names a table as the platform never does.")
            return cls(**facts)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused(f"The backup's manifest can't be read ({type(error).__name__}).") from None
