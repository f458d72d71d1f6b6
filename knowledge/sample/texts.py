"""Reading the sample resources' texts: facts as `name: words`, a blank line, then the body as `body.py` reads it."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.sample import body

FOLDER = Path(__file__).parent / "resources"


@dataclass(frozen=True)
class Text:
    """One sample resource as it is written down; `slug` is the file's name."""

    slug: str
    title: str
    summary: str
    kind: str
    topic: str
    agreed_by: str
    published: datetime.date
    review: datetime.date
    body: list[dict[str, Any]]
    groups: list[str] = field(default_factory=list)
    components: list[str] = field(default_factory=list)
    area: str = ""
    made_by: list[tuple[str, str]] = field(default_factory=list)


def read_all() -> list[Text]:
    """Every text, the first to be published first. Raises what is wrong with a file; a test reads them all."""
    return sorted((read(path) for path in FOLDER.glob("*.txt")), key=lambda text: (text.published, text.slug))


def read(path: Path) -> Text:
    """One file. Raises ValueError or TypeError for a fact that is missing, unknown or malformed."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    facts: dict[str, Any] = {"made_by": []}
    for line in head.splitlines():
        name, words = line.split(": ", 1)
        if name == "made by":
            role, did = words.split(": ", 1)
            facts["made_by"].append((role, did))
        elif name in {"groups", "components"}:
            facts[name] = words.split(", ")
        elif name in {"published", "review"}:
            facts[name] = datetime.date.fromisoformat(words)
        else:
            facts[name.replace(" ", "_")] = words
    return Text(slug=path.stem, body=body.blocks(rest), **facts)
