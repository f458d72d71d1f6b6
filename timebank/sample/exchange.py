"""Sample rule, pledges, offers and requests, written by the real actions on the days on which they stand."""

import datetime

from config.today import sample_day
from tenants.models import Site
from timebank.exchange import actions
from timebank.fairness import actions as fairness
from timebank.ledger import accounts
from timebank.models import Account, FairShareRule, Offer, Pledge, Request
from timebank.sample.offers import OFFERS
from timebank.sample.requests import REQUESTS

D = datetime.date
LABEL = "Sample: "
RULE = (D(2015, 2, 2), "Sample: every area counts the same until the board has seen half a year of exchange.")
# (account, name of the site or "", minutes, what was agreed)
PLEDGED_ON = D(2015, 1, 14)
PLEDGES = (
    ("kernow", "Sample: Truro children’s team", 2400, "Four hours a month for later sites with children."),
    ("south-devon-torbay", "Sample: Torquay coordination hub", 1800, "Three hours a month, and a day of visits."),
    ("somerset", "Sample: Yeovil complex care hub", 2400, "Four hours a month for two later hubs."),
    ("new-devon-plymouth", "Sample: Plymouth children’s hub", 1200, "Two hours a month by parents of the hub."),
    ("bristol", "", 1200, "Two hours a month, by whoever knows most."),
)


def make() -> None:
    """Add what is missing; run again, nothing changes."""
    every = {account.slug: account for account in accounts.all_accounts()}
    if not FairShareRule.objects.exists():
        with sample_day(RULE[0]):
            fairness.choose(rule="equal", weights=None, reason=RULE[1], by=None)
    if not Pledge.objects.exists():
        _pledges(every)
    if not Offer.objects.exists():
        _offers(every)
    if not Request.objects.exists():
        _requests(every)


def _pledges(every: dict[str, Account]) -> None:
    sites = {site.name: site for site in Site.objects.filter(is_sample=True)}
    for slug, site, minutes, words in PLEDGES:
        if slug in every:
            facts = {"account": every[slug], "site": sites.get(site), "minutes": minutes, "words": f"{LABEL}{words}"}
            with sample_day(PLEDGED_ON):
                fairness.pledge(made_on=PLEDGED_ON, by=None, **facts)


def _offers(every: dict[str, Account]) -> None:
    for slug, day, title, topic, group, component, minutes, how, kind, until, details in OFFERS:
        if slug not in every:
            continue
        values = {
            "title": f"{LABEL}{title}",
            "topic": topic,
            "group": group,
            "component": component,
            "minutes_a_month": minutes,
            "how": how,
            "mentor_kind": kind,
            "available_from": day,
            "available_until": until,
            "details": details,
        }
        with sample_day(day):
            actions.add_offer(account=every[slug], values=values, by=None)


def _requests(every: dict[str, Account]) -> None:
    for slug, day, title, topic, group, component, minutes, needed_by, priority, how, why in REQUESTS:
        if slug not in every:
            continue
        values = {
            "title": f"{LABEL}{title}",
            "topic": topic,
            "group": group,
            "component": component,
            "minutes": minutes,
            "needed_by": needed_by,
            "priority": priority,
            "how": how,
            "why": why,
        }
        with sample_day(day):
            actions.add_request(account=every[slug], values=values, by=None)
