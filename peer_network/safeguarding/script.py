"""The emergency script: what a lead does where somebody may be in danger now. Its words are in `words/emergency.toml`.

Each step has a key, which stands in the chronology, a heading, points, and the words of its entry ("Called 999").
"""

import functools
import tomllib
from dataclasses import dataclass

from peer_network.words import FOLDER

FILE = FOLDER / "emergency.toml"


@dataclass(frozen=True)
class Step:
    """One step. `entry` begins the line that it makes in a case's chronology."""

    key: str
    number: int
    heading: str
    points: tuple[str, ...]
    entry: str


@dataclass(frozen=True)
class Script:
    """The whole script."""

    title: str
    lede: str
    steps: tuple[Step, ...]

    def step(self, key: str) -> Step | None:
        """The step of this key; None for one that the script doesn't have."""
        return next((step for step in self.steps if step.key == key), None)


@functools.cache
def read() -> Script:
    """The script as it stands in its file. Raises KeyError where a field is missing."""
    found = tomllib.loads(FILE.read_text())
    steps = [
        Step(each["key"], number, each["heading"], tuple(each["points"]), each["entry"])
        for number, each in enumerate(found["steps"], 1)
    ]
    return Script(found["title"], found["lede"], tuple(steps))
