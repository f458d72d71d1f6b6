"""Everything that a matching run looks at, read from the database: a `Case` of `timebank.calc.matching`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from config.today import today
from tenants import groups
from tenants.models import Site, Stage
from timebank.calc.matching.inputs import Case, Help, Month, Need, Settings, Standing
from timebank.exchange import queries
from timebank.fairness import standing
from timebank.ledger import accounts
from timebank.models import Account, Offer, PairDecision, Proposal, Request
from timebank.topics import Topic


@dataclass(frozen=True)
class Gathered:
    """The case, with the rows behind its keys and the rule of the shares."""

    case: Case
    requests: dict[str, Request]
    offers: dict[str, Offer]
    rule: standing.InForce


def gather(settings: Settings | None = None) -> Gathered:
    """The case as it is today. A fixed number of queries."""
    every = accounts.all_accounts()
    rule = standing.in_force([account for account in every if account.kind == Account.Kind.AREA])
    requests = list(queries.requests().filter(state=Request.State.OPEN))
    offers = list(queries.offers().filter(state=Offer.State.OPEN))
    kept = list(_kept())
    sites = _sites()
    wanted = _still_wanted(requests, kept)
    case = Case(
        today=today(),
        needs=tuple(_need(row, wanted[row.pk], sites) for row in requests if wanted[row.pk]),
        helps=tuple(_help(row, kept, sites) for row in offers),
        standings=tuple(_standing(account, rule, kept) for account in every),
        settings=settings or Settings(),
        mentor_taken=_mentors_taken(kept),
        topics=dict(Topic.choices),
        groups={group.key: group.name for group in groups.GROUPS},
        **_decided(),
    )
    return Gathered(
        case, {str(row.public_id): row for row in requests}, {str(row.public_id): row for row in offers}, rule
    )


def _kept() -> Iterable[Proposal]:
    """Proposals that a new run leaves alone: agreed, or with one yes. Their hours are taken."""
    rows = Proposal.objects.select_related("request", "offer")
    agreed = rows.filter(state=Proposal.State.AGREED)
    half = rows.filter(state=Proposal.State.PROPOSED).exclude(asker_answer="", giver_answer="")
    return [*agreed, *half]


def _still_wanted(requests: list[Request], kept: list[Proposal]) -> dict[int, int]:
    taken = queries.minutes_in_sessions(requests)
    for proposal in kept:
        taken[proposal.request_id] = taken.get(proposal.request_id, 0) + proposal.minutes
    return {row.pk: max(0, row.minutes - taken.get(row.pk, 0)) for row in requests}


def _sites() -> dict[tuple[int, str, bool], int]:
    """The earliest implementation cohort of each area in each group: of all its sites, and of those that are live."""
    found: dict[tuple[int, str, bool], int] = {}
    for site in Site.objects.filter(stage__isnull=False).select_related("cohort"):
        for is_live in {False, site.stage >= Stage.LIVE}:
            key = (site.area_id, site.group, is_live)
            found[key] = min(site.cohort.number, found.get(key, site.cohort.number))
    return found


def _need(row: Request, minutes: int, sites: dict[tuple[int, str, bool], int]) -> Need:
    area = row.account.area_id
    of_area = sites.get((area, row.group, False)) if area else None
    return Need(
        key=str(row.public_id),
        account=row.account.slug,
        topic=row.topic,
        minutes=minutes,
        asked_on=row.made_on,
        needed_by=row.needed_by,
        priority=row.priority,
        group=row.group,
        component=row.component,
        how=row.how,
        cohort=row.site.cohort.number if row.site else of_area,
        place=row.pk,
    )


def _help(row: Offer, kept: list[Proposal], sites: dict[tuple[int, str, bool], int]) -> Help:
    area = row.account.area_id
    taken: dict[Month, int] = {}
    for proposal in kept:
        if proposal.offer_id == row.pk:
            for month, minutes in months_of(proposal).items():
                taken[month] = taken.get(month, 0) + minutes
    return Help(
        key=str(row.public_id),
        account=row.account.slug,
        topic=row.topic,
        minutes_a_month=row.minutes_a_month,
        offered_on=row.made_on,
        available_from=row.available_from,
        available_until=row.available_until,
        group=row.group,
        component=row.component,
        how=row.how,
        cohorts={group: number for (owner, group, is_live), number in sites.items() if is_live and owner == area},
        is_outside=row.account.kind != Account.Kind.AREA,
        mentor=str(row.mentor_id or ""),
        taken=taken,
        place=row.pk,
    )


def _standing(account: Account, rule: standing.InForce, kept: list[Proposal]) -> Standing:
    """What is agreed and has no session yet is not reserved, so the account can't be promised it a second time."""
    promised = sum(p.minutes for p in kept if p.request.account_id == account.pk and p.session_ref is None)
    balance = account.balance
    return Standing(
        account.slug,
        account.name,
        balance.had,
        float(rule.shares.get(account.slug, 0)),
        max(0, balance.minutes - balance.reserved - balance.floor - promised),
    )


def _mentors_taken(kept: list[Proposal]) -> dict[tuple[str, Month], int]:
    found: dict[tuple[str, Month], int] = {}
    for proposal in kept:
        if proposal.offer.mentor_id:
            for month, minutes in months_of(proposal).items():
                key = (str(proposal.offer.mentor_id), month)
                found[key] = found.get(key, 0) + minutes
    return found


def _decided() -> dict[str, Any]:
    rows = PairDecision.objects.filter(ended_on__isnull=True).select_related("request", "offer")
    pairs: dict[str, set[tuple[str, str]]] = {"pin": set(), "refuse": set()}
    for row in rows:
        pairs[row.kind].add((str(row.request.public_id), str(row.offer.public_id)))
    return {"pins": frozenset(pairs["pin"]), "refusals": frozenset(pairs["refuse"])}


def months_of(proposal: Proposal) -> dict[Month, int]:
    """`{(2015, 7): 120}` of what the row keeps as `{"2015-07": 120}`."""
    return {(int(key[:4]), int(key[5:])): minutes for key, minutes in proposal.months.items()}
