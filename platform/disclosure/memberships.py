"""Who was counted in a release: keyed hashes in the area's private storage, the key in the database.

Neither says anything about anybody without the other, and both together say only whether a known pseudonym was in.
"""

import gzip
import hashlib
import hmac
import io
import json
import secrets
from collections.abc import Hashable, Mapping
from typing import Any

from disclosure.breakdowns import People, Signature
from disclosure.models import AreaKey, Release
from disclosure.selections import MembershipLost
from files import private

PURPOSE = "disclosure"
KEY_BYTES = 32
# Half of SHA-256: two people with one hash among a million people have odds of 1 in 10^26.
HASH_LETTERS = 32
LIMIT_BYTES = 500 * 1024 * 1024


class PrivateMemberships:
    """Keeps memberships as files in the area's folder of private storage."""

    def keyed(self, area: Any, people: Mapping[Hashable, Signature]) -> dict[Hashable, Signature]:
        """The same people under keyed hashes of their pseudonyms."""
        key = _key_of(area)
        return {_hashed(key, person): signature for person, signature in people.items()}

    def keep(self, area: Any, people: People) -> tuple[str, str]:
        """Write the file; returns its path in private storage and its checksum."""
        signatures = sorted(set(people.values()))
        number = {signature: i for i, signature in enumerate(signatures)}
        text = json.dumps(
            {"signatures": signatures, "people": {str(person): number[people[person]] for person in people}},
            sort_keys=True,
        )
        packed = gzip.compress(text.encode(), mtime=0)
        kept = private.keep(_named(packed), area=area, purpose=PURPOSE, limit_bytes=LIMIT_BYTES)
        return kept, hashlib.sha256(packed).hexdigest()

    def read(self, kept: str, checksum: str) -> People:
        """What was kept, checked against its checksum; raises MembershipLost."""
        try:
            packed = private.path_of(kept).read_bytes()
        except OSError as error:
            raise MembershipLost(kept) from error
        if not hmac.compare_digest(hashlib.sha256(packed).hexdigest(), checksum):
            raise MembershipLost(kept)
        found = json.loads(gzip.decompress(packed))
        signatures = [tuple(tuple(categories) for categories in each) for each in found["signatures"]]
        return {person: signatures[i] for person, i in found["people"].items()}


def register() -> None:
    """A release's row owns its file; called once, from the application's `ready()`."""
    private.register(PURPOSE, lambda kept: Release.objects.filter(membership=kept).exists())


def _named(packed: bytes) -> io.BytesIO:
    stream = io.BytesIO(packed)
    stream.name = "membership.json"
    return stream


def _key_of(area: Any) -> bytes:
    # Two releases at once make one key: the row is unique, and the second reads the first one's.
    found, _ = AreaKey.objects.get_or_create(area=area, defaults={"key": secrets.token_bytes(KEY_BYTES)})
    return bytes(found.key)


def _hashed(key: bytes, person: Hashable) -> str:
    return hmac.new(key, str(person).encode(), hashlib.sha256).hexdigest()[:HASH_LETTERS]
