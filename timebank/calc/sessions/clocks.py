"""Which day silence confirms the minutes of a session, and on which days people are told before."""

import datetime
from dataclasses import dataclass

SILENCE_DAYS = 14  # after so many days without a word, silence confirms
NOTICE_DAYS = (5, 10)  # the two notices before
# Between the second notice and the end, also where a morning was missed and the notice came late.
LAST_WORD_DAYS = SILENCE_DAYS - NOTICE_DAYS[-1]


@dataclass(frozen=True)
class Clock:
    """The clock of a session that waits since a day. `told` is the notice given last (0, 5 or 10), on `told_on`."""

    since: datetime.date
    day: datetime.date
    told: int = 0
    told_on: datetime.date | None = None

    @property
    def ends_on(self) -> datetime.date:
        """The day on which silence confirms: 14 days after it began, and 4 days after the second notice at least."""
        ends = self.since + datetime.timedelta(days=SILENCE_DAYS)
        if self.told == NOTICE_DAYS[-1] and self.told_on:
            return max(ends, self.told_on + datetime.timedelta(days=LAST_WORD_DAYS))
        return ends

    @property
    def days_left(self) -> int:
        """Days until then; 0 once the day has come."""
        return max(0, (self.ends_on - self.day).days)

    @property
    def notice_due(self) -> int | None:
        """The notice to give now, 5 or 10. One after the other, a morning each, also where mornings were missed."""
        missing = [days for days in NOTICE_DAYS if days > self.told]
        passed = (self.day - self.since).days
        return missing[0] if missing and passed >= missing[0] and self.told_on != self.day else None

    @property
    def may_confirm(self) -> bool:
        """Whether silence confirms now: never before both notices were given."""
        return self.told == NOTICE_DAYS[-1] and self.day >= self.ends_on
