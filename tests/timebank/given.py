"""Short ways to write offers, requests and matches by the real actions."""

import datetime

from timebank.exchange import actions
from timebank.ledger import accounts

TODAY = datetime.date(2015, 7, 15)


def offer(slug="bristol", by=None, **facts):
    usual = {
        "title": "How we costed our cohort",
        "topic": "finance-models",
        "minutes_a_month": 120,
        "available_from": datetime.date(2015, 7, 1),
    }
    return actions.add_offer(account=accounts.by_slug(slug), values={**usual, **facts}, by=by)


def request(slug="kernow", by=None, **facts):
    usual = {
        "title": "Help with costing",
        "topic": "finance-models",
        "minutes": 120,
        "needed_by": datetime.date(2015, 9, 30),
        "why": "To cost our first cohort",
    }
    return actions.add_request(account=accounts.by_slug(slug), values={**usual, **facts}, by=by)
