"""What happens to words of a member before they are stored: one rule for posts, messages and profiles.

Words of crisis are never sent back: they are kept for a moderator, and help is shown at once. Everything else that the
checks find is shown to the writer first, who can change it or send it as it is. Then it is shown to others, or waits.
"""

from dataclasses import dataclass
from typing import Any

from peer_network.checks.actions import look_at
from peer_network.checks.calc.findings import CRISIS, Finding
from peer_network.models import Member, Post, QueueItem
from peer_network.moderation import duty

Kind = QueueItem.Kind


@dataclass(frozen=True)
class Weighed:
    """What was found, and what follows.

    `asks_again`: nothing is stored; the writer is shown the findings with their words still in the box. `waits` are
    the reasons for which a moderator reads it first, the weightiest first; none: it is shown at once.
    """

    findings: tuple[Finding, ...] = ()
    asks_again: bool = False
    waits: tuple[QueueItem.Kind, ...] = ()
    is_crisis: bool = False
    is_staffed: bool = True

    @property
    def found(self) -> list[dict[str, Any]]:
        """The findings for the moderators' queue: where they are and why, never the words themselves."""
        return [
            {"kind": str(each.kind), "start": each.start, "end": each.end, "explains": each.explains}
            for each in self.findings
        ]

    @property
    def told(self) -> str:
        """What the writer is told of what happens next; empty where it is simply shown."""
        if not self.waits:
            return ""
        if not self.is_staffed:
            return "It is kept. No moderator is here just now, so it waits until one has read it."
        if self.waits[0] == Kind.FIRST_POSTS:
            return "It is kept. Because you are new, a moderator reads it before others see it."
        return "It is kept. A person will read this before others see it."


def weigh(text: str, member: Member, *, goes_on_anyway: bool, replaces: Post | None = None) -> Weighed:
    """What follows from these words of this member. `goes_on_anyway`: they saw the findings, and send it as it is.

    `replaces` is the post that these words change, so that it isn't said to repeat itself.
    """
    findings = look_at(text, member, replaces=replaces)
    is_staffed = duty.is_staffed()
    if any(each.kind in CRISIS for each in findings):
        return Weighed(findings, waits=(Kind.CRISIS,), is_crisis=True, is_staffed=is_staffed)
    if findings and not goes_on_anyway:
        return Weighed(findings, asks_again=True, is_staffed=is_staffed)
    waits = [Kind.CHECKED] if any(each.holds for each in findings) else []
    if member.standing == Member.Standing.NEW:
        waits.append(Kind.FIRST_POSTS)
    if not is_staffed and (waits or findings):
        waits.append(Kind.NOBODY_ON_DUTY)
    return Weighed(findings, waits=tuple(waits), is_staffed=is_staffed)


def closed_words() -> str:
    """Why nobody can post now, and until when; empty while posting is open."""
    closed = duty.posting_closed()
    return closed.words if closed else ""
