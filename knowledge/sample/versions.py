"""Easy Read versions and a translation of sample resources, so that the demo shows what they look like.

A file is named by its resource and its version: `what-a-broker-does.easy-read.txt`, `what-a-broker-does.pl.txt`. An
Easy Read file has headings (##), ideas whose picture stands in brackets ([talk] …), and hard words (= word: meaning).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wagtail.models import Page

from config.today import sample_day
from knowledge.coproduction import sample
from knowledge.sample import body
from knowledge.versions import actions

FOLDER = Path(__file__).parent / "other_versions"
IDEA = re.compile(r"^\[([\w-]+)\] (.*)$", re.DOTALL)


def make() -> None:
    """Add those that are missing to the sample resources that are published; what is there stays as it is."""
    from knowledge.models import Resource

    there = set(Resource.with_versions.filter(is_sample=True, live=True).values_list("version_of__slug", "slug"))
    for path in sorted(FOLDER.glob("*.txt")):
        slug, version = path.name.split(".")[:2]
        if (slug, version) not in there and (None, slug) in there:
            _make(Resource.objects.get(slug=slug, is_sample=True).specific, version, path.read_text(encoding="utf-8"))


def ideas(text: str) -> Iterator[tuple[str, Any]]:
    """The parts of an Easy Read version. Raises ValueError for a part that is none."""
    for part in re.split(r"\n\s*\n", text.strip()):
        if part.startswith("## "):
            yield "heading", part.removeprefix("## ")
        elif part.startswith("= "):
            word, means = part.removeprefix("= ").split(": ", 1)
            yield "hard_word", {"word": word, "means": means}
        elif found := IDEA.match(part):
            yield "idea", {"drawing": found[1], "sentences": found[2], "picture": None, "alt_text": ""}
        else:
            raise ValueError(f"This is no part of an Easy Read version: {part[:40]}")


def _make(page: Any, version: str, text: str) -> None:
    published = page.first_published_at
    with sample_day(published.date()):
        made = actions.start(page=page, version=version, by=None)
        if version == actions.EASY_READ:
            made.ideas = list(ideas(text))
        else:
            _translate(made, text)
        made.save_revision()
        sample.publish(made)
    Page.objects.filter(pk=made.pk).update(first_published_at=published, last_published_at=published)


def _translate(made: Any, text: str) -> None:
    head, _, rest = text.partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    made.title, made.summary, made.body = facts["title"], facts["summary"], body.blocks(rest)
