"""Red, amber, green or done: worked out from a milestone's dates, or set by hand with a reason."""

import datetime
from dataclasses import dataclass

# A forecast that is later than due by more than this is red; due within this and no evidence yet is amber.
NEAR_DAYS = 28

DONE, RED, AMBER, GREEN = "done", "red", "amber", "green"
OVERRIDES = [(RED, "Red"), (AMBER, "Amber"), (GREEN, "Green")]


@dataclass(frozen=True)
class Status:
    """`colour` is done, red, amber or green; `computed` is what the dates alone say; `why` is a sentence."""

    colour: str
    computed: str
    why: str

    @property
    def is_overridden(self) -> bool:
        """True where somebody set the status by hand."""
        return self.colour not in (DONE, self.computed)


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
    `on` was not yet done then.
    """
    if done_on is not None and done_on <= on:
        late = (done_on - due).days
        return Status(DONE, DONE, f"Done {late} days after it was due." if late > 0 else "Done in time.")
    computed, why = _computed(due, forecast, has_evidence, on)
    if override:
        return Status(override, computed, f"Set by hand: {override_reason}")
    return Status(computed, computed, why)


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
    if (due - on).days <= NEAR_DAYS and not has_evidence:
        return AMBER, f"Due in {_days((due - on).days)}, with no evidence yet." if due > on else "Due today."
    return GREEN, "On time."


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
