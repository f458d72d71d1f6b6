"""How soon a provider answers: the median of its first answers, in working days."""

import datetime
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from config.today import today
from market.models import Enquiry, Provider
from ui import formats

FEWEST_ANSWERS = 3
COUNTED_DAYS = 365


@dataclass(frozen=True)
class ResponseTime:
    """Median working days of `answers` first answers in the last year; halves count up."""

    days: int
    answers: int

    @property
    def words(self) -> str:
        """For the page: `Usually answers within 2 working days`."""
        if self.days == 0:
            return "Usually answers on the same day"
        return f"Usually answers within {formats.plural(self.days, 'working day')}"

    @property
    def source(self) -> str:
        """From what it was worked out."""
        return f"The middle of {self.answers} first answers in the last year, as at {formats.date(today())}."


def response_time(provider: Provider) -> ResponseTime | None:
    """The provider's own; None with fewer than three answers in the last year. One query."""
    return response_times([provider]).get(provider.pk)


def response_times(providers: Iterable[Provider]) -> dict[int, ResponseTime]:
    """Provider's number -> its response time, for those with enough answers. One query."""
    since = today() - datetime.timedelta(days=COUNTED_DAYS - 1)
    rows = Enquiry.objects.filter(provider__in=list(providers), answered_on__range=(since, today()))
    days: dict[int, list[int]] = defaultdict(list)
    for provider, each in rows.values_list("provider", "first_answer_days").order_by():
        days[provider].append(each)
    return {
        provider: ResponseTime(math.ceil(statistics.median(each)), len(each))
        for provider, each in days.items()
        if len(each) >= FEWEST_ANSWERS
    }
