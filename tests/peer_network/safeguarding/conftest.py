"""A safeguarding lead, and a case that a moderator referred."""

from typing import Any

import pytest

from peer_network.models import Case, Member
from peer_network.moderation.opening import put_before_moderators
from peer_network.safeguarding import actions

WORRY = "She wrote that her brother takes her money and locks her in."


@pytest.fixture
def lead(person) -> Any:
    """A safeguarding lead."""
    return person("safeguarding-lead")


@pytest.fixture
def refer(member, person):
    """Refers an item about a member: `refer(member())`."""

    def put(about: Member, *, is_urgent: bool = False, words: str = WORRY) -> Case:
        item = put_before_moderators(
            kind="report", subject_kind="post", subject_id=about.public_id, about=about, is_urgent=is_urgent
        )
        return actions.refer(item=item, by=person("moderator"), words=words)

    return put


@pytest.fixture
def case(refer, member) -> Case:
    """A case about a member."""
    return refer(member())
