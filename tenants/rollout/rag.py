"""Red, amber, green or done: worked out from a milestone's dates, or set by hand with a reason."""

import datetime
from dataclasses import dataclass

# A forecast that is later than due by more than this is red; due within this and no evidence yet is amber.
NEAR_DAYS = 28

DONE, RED, AMBER, GREEN = "done", "red", "amber", "green"
OVERRIDES = [(RED, "Red"), (AMBER, "Amber"), (GREEN, "Green")]
# From what needs most attention to what needs none.
COLOURS = (RED, AMBER, GREEN, DONE)
WORDS = {RED: "Red", AMBER: "Amber", GREEN: "Green", DONE: "Done"}


@dataclass(frozen=True)
class Status:
    """`colour` is done, red, amber or green; `computed` is what the dates alone say; `why` is a sentence.

    `is_overridden`: somebody set the colour by hand. It stays marked where the dates happen to say the same.
    """

    colour: str
    computed: str
    why: str
    is_overridden: bool = False

    @property
    def words(self) -> str:
        """`Amber`, or `Amber, set by hand`."""
        return f"{WORDS[self.colour]}, set by hand" if self.is_overridden else WORDS[self.colour]


def status(
    *,
    due: datetime.date,
    forecast: datetime.date | None,
    done_on: datetime.date | None,
    has_evidence: bool,
    on: datetime.date,
    override: str = "",
    override_reason: str = "",
) -> Status:
    """The status of a milestone on a day (rooms.md, "Milestones").

    Red: overdue, or forecast after due by more than 28 days. Amber: forecast after due by 28 days or fewer, or due
    within 28 days with no evidence. Green otherwise. Done is done, whatever was set by hand; a milestone done after
    `on` was not yet done then. Raises ValueError for a colour that can't be set by hand, or without its reason.
    """
    if override and (override not in dict(OVERRIDES) or not override_reason.strip()):
        raise ValueError("A status set by hand is red, amber or green, and has its reason.")
    if done_on is not None and done_on <= on:
        late = (done_on - due).days
        return Status(DONE, DONE, f"Done {_days(late)} after it was due." if late > 0 else "Done in time.")
    computed, why = _computed(due, forecast, has_evidence, on)
    if override:
        return Status(override, computed, f"Set by hand: {_sentence(override_reason)}", is_overridden=True)
    return Status(computed, computed, why)


def worst(colours: set[str]) -> str:
    """The one that needs most attention. Raises ValueError where there is none."""
    return min(colours, key=COLOURS.index)


def _computed(
    due: datetime.date, forecast: datetime.date | None, has_evidence: bool, on: datetime.date
) -> tuple[str, str]:
    if due < on:
        return RED, f"Overdue by {_days((on - due).days)}."
    slip = (forecast - due).days if forecast else 0
    if slip > NEAR_DAYS:
        return RED, f"Forecast {_days(slip)} after it is due."
    if slip > 0:
        return AMBER, f"Forecast {_days(slip)} after it is due."
    left = (due - on).days
    if left <= NEAR_DAYS and not has_evidence:
        when = f"in {_days(left)}" if left else "today"
        return AMBER, f"Due {when}, with no evidence yet."
    return GREEN, "On time."


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
