"""Which people a release is about: in words, as criteria that can be compared, and the people themselves."""

import hashlib
import json
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from disclosure.breakdowns import People, Signature

Rows = Mapping[Hashable, Mapping[str, str | Collection[str]]]


@dataclass(frozen=True)
class Selection:
    """`criteria` are plain data ({"age_from": 65, "groups": ["adults"]}), `people` rows by pseudonym.

    The people stay in the area: what leaves it are the words, the criteria and the published figures.
    """

    words: str
    criteria: Mapping[str, Any]
    people: Rows

    @property
    def key(self) -> str:
        """The same criteria have the same key, in whatever order they are written."""
        return key_of(self.criteria)


def key_of(criteria: Mapping[str, Any]) -> str:
    """A checksum of criteria."""
    written = json.dumps(criteria, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(written.encode()).hexdigest()


class MembershipStore(Protocol):
    """Keeps who was counted where, inside the area, under keys that name nobody."""

    def keyed(self, area: Any, people: Mapping[Hashable, Signature]) -> dict[Hashable, Signature]:
        """The same people under the area's own secret keys: one person, one key, in every release of the area."""

    def keep(self, area: Any, people: People) -> tuple[str, str]:
        """Keep it; returns where, and a checksum."""

    def read(self, kept: str, checksum: str) -> People:
        """What was kept. Raises MembershipLost when it's gone or has been changed."""


class MembershipLost(Exception):  # noqa: N818 (it's an answer for the person, not a fault of the program)
    """Who was counted in an earlier release can't be read, so nothing can be compared with it."""
