"""Which rows of the areas' and the network's tables are a person's: one place for copy, erasure and what is kept."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast

from data_rights import mentions
from tenants.models import Area, Follower, Membership, NetworkRisk, Projection, SiteMove
from tenants.programme.models import BoardPack
from tenants.returns import models as returns
from tenants.rollout import models as rollout


@dataclass(frozen=True)
class Rows:
    """Rows that know the person by number: `paths` lead from a row to its person. `only` are the fields of a copy.

    A copy shows fields about the person, not an area's figures: whoever has left an area has no right to those.
    """

    key: str
    title: str
    model: Any
    paths: tuple[str, ...]
    only: tuple[str, ...] = ()

    def of(self, user: Any) -> QuerySet[Any]:
        """The person's rows, the first first."""
        found = Q()
        for path in self.paths:
            found |= Q(**{path: user})
        return self.model._default_manager.filter(found).order_by("pk")


OF_THE_NETWORK = (
    Rows("roles", "Roles that you hold or held", Membership, ("user",)),
    Rows(
        "signed-returns",
        "Returns that you signed",
        returns.SignedReturn,
        ("signed_by",),
        ("area", "quarter", "version", "signed_by", "signed_name", "signed_on", "signed_at"),
    ),
    Rows(
        "return-disputes", "Returns that you questioned or settled", returns.ReturnDispute, ("raised_by", "settled_by")
    ),
    Rows(
        "finance-terms",
        "Terms of the network for finance releases that you set",
        returns.FinanceTerms,
        ("by",),
        ("number", "set_on", "by", "at"),
    ),
    Rows("site-moves", "Moves of sites that you wrote down", SiteMove, ("by",)),
    Rows("network-risks", "What you wrote of the network’s risks", NetworkRisk, ("by",)),
    Rows("projections", "Projections that you kept", Projection, ("by",)),
    Rows("board-packs", "Board packs that you made", BoardPack, ("by",), ("as_at", "quarter", "made_at", "by")),
)
OF_AN_AREA = (
    Rows("plan-changes", "Changes that you made to {area}’s plan", rollout.GroupPlanChange, ("by",)),
    Rows("rollout-changes", "Changes that you made to {area}’s roll-out", rollout.Change, ("by",)),
    Rows("trajectory", "Revisions of {area}’s trajectory that you made", rollout.TrajectoryRevision, ("by",)),
    Rows(
        "returns-typed",
        "Returns of {area} that you saved last",
        rollout.ReturnDraft,
        ("saved_by",),
        ("quarter", "version", "state", "saved_by", "saved_at"),
    ),
)


def follows(user: Any) -> QuerySet[Follower]:
    """What the person follows: with the account, and by any of their addresses."""
    wanted = Q(user=user)
    for address in addresses(user):
        wanted |= Q(email__iexact=address)
    return Follower.objects.filter(wanted).order_by("pk")


def refusals(user: Any) -> QuerySet[Any]:
    """In an area's schema: reports whose contact has an address of theirs. Nothing else ties a report to somebody."""
    wanted = Q(pk__in=[])
    for address in addresses(user):
        wanted |= Q(contact__icontains=address)
    return rollout.Refusal.objects.filter(wanted).order_by("pk")


def named_for_groups(user: Any) -> QuerySet[Any]:
    """In an area's schema: people for a group who have the person's whole name."""
    name = user.name.strip()
    rows = rollout.GroupPerson.objects.order_by("pk")
    return rows.filter(name__iexact=name) if name else rows.none()


def areas_of(user: Any) -> set[int]:
    """The areas in which the person holds or held a role: only there is somebody of their name taken for them."""
    return set(Membership.objects.filter(user=user, area__isnull=False).values_list("area_id", flat=True))


def addresses(user: Any) -> set[str]:
    """Every e-mail address of the person."""
    return {user.email, *user.emailaddress_set.values_list("email", flat=True)}


def published_that_name(user: Any) -> int:
    """How many published or signed rows have the person's name or address in any of their texts."""
    wanted = mentions.words_of(user)
    return sum(_that_name(model, wanted) for model in _published_models())


def published_of(area: Area) -> list[tuple[Any, QuerySet[Any]]]:
    """(model, rows) of everything that an area has published or signed."""
    return [(model, model._default_manager.filter(area=area).order_by("pk")) for model in _published_models()]


def _published_models() -> list[Any]:
    """What areas publish and sign; figures that were released are numbers alone."""
    names = [name for name in returns.__all__ if name.startswith("Published")]
    return [*(getattr(returns, name) for name in names), returns.SignedReturn, returns.ReportedRefusal]


def _that_name(model: Any, wanted: list[str]) -> int:
    texts = [
        field
        for field in model._meta.local_concrete_fields
        if isinstance(field, (models.CharField, models.JSONField, models.TextField)) and not field.choices
    ]
    found, rows = Q(pk__in=[]), model._default_manager.all()
    for number, field in enumerate(texts):
        rows = rows.annotate(**{f"text_{number}": Cast(field.name, models.TextField())})
        for words in wanted:
            found |= Q(**{f"text_{number}__icontains": words})
    return rows.filter(found).count()
