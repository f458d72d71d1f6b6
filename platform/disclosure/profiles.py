"""The rules that an area or a data set may choose between. None is looser than the network's."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.rules import S7R5, S10R10, LooserRuleError, Rule


@dataclass(frozen=True, slots=True)
class Profile:
    """A rule with its words for a form."""

    rule: Rule
    words: str

    @property
    def name(self) -> str:
        return self.rule.name


# From the network's own to the strictest: each hides and rounds at least as much as the one before.
PROFILES = (
    Profile(S7R5, "The network's rule: 1 to 7 hidden, other numbers to the nearest 5"),
    Profile(S10R10, "The stricter rule: 1 to 10 hidden, other numbers to the nearest 10"),
)


def by_name(name: str) -> Rule:
    """The rule of this name; raises LooserRuleError for one that nobody may choose."""
    for profile in PROFILES:
        if profile.name == name:
            return profile.rule
    raise LooserRuleError(f"There is no rule “{name}”. Choose one of {', '.join(each.name for each in PROFILES)}.")


def strictest(rules: Iterable[Rule]) -> Rule:
    """The one that hides and rounds most; the network's when there is none."""
    return max(rules, key=lambda rule: (rule.hide_up_to, rule.round_to), default=S7R5)
