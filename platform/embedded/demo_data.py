"""What the demo puts into an empty network: steps that packages and rooms register.

A step is a function without arguments that may run again: it adds what is missing and changes nothing else.
Everything it makes up is labelled as sample activity. Lower orders run first: 10 the network's folder, 20 people,
50 and up the rooms.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A named part of the demo's data, in plain words ("The South West network's figures")."""

    name: str
    function: Callable[[], None]
    order: int


_steps: dict[str, Step] = {}


def register(name: str, function: Callable[[], None], order: int) -> None:
    """Add a step; called from an AppConfig's `ready()`. The same name again takes the first one's place."""
    _steps[name] = Step(name, function, order)


def steps() -> list[Step]:
    """Every step, in the order in which they run."""
    return sorted(_steps.values(), key=lambda step: (step.order, step.name))
