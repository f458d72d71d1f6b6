"""On which topics help is asked for, offered and given."""

from django.db.models import Sum

from timebank.exchange.queries import minutes_left
from timebank.models import Offer, Request
from timebank.picture import queries
from timebank.picture.presenters import TopicNeed
from timebank.topics import Topic


def needs() -> list[TopicNeed]:
    """Every topic with what is open, what is offered a month, and what was given. Five queries."""
    open_requests = list(Request.objects.filter(state=Request.State.OPEN))
    left = minutes_left(open_requests)
    asked: dict[str, int] = {}
    for row in open_requests:
        asked[row.topic] = asked.get(row.topic, 0) + left[row.pk]
    sums = Offer.objects.filter(state=Offer.State.OPEN).values_list("topic").annotate(sum=Sum("minutes_a_month"))
    offered = dict(sums.order_by())
    given = queries.by_topic()
    return [TopicNeed(topic, asked.get(topic, 0), offered.get(topic, 0), given.get(topic, 0)) for topic in Topic.values]
