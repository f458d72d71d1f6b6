"""Reading the region's figures, and who has released."""

from dataclasses import dataclass

from tenants.models import Area
from tenants.returns import finance
from tenants.returns.models import FinanceTerms, PublishedFinance, RegionFigures


def newest_figures() -> RegionFigures | None:
    """Those by the present terms; by earlier ones while nobody has released by the present."""
    made = RegionFigures.objects.select_related("terms", "terms__by")
    return made.exclude(releases=[]).first() if _none_by_present_terms() else made.first()


def figures(number: int) -> RegionFigures | None:
    """The figures of a number."""
    return RegionFigures.objects.select_related("terms", "terms__by").filter(number=number).first()


def earlier() -> list[RegionFigures]:
    """Every kept one, the newest first, without its figures."""
    return list(RegionFigures.objects.select_related("terms").defer("result", "shown"))


def area_names() -> dict[str, str]:
    """Every area's short name by its name in addresses."""
    return {area.slug: area.short_name or area.name for area in Area.objects.all()}


@dataclass(frozen=True)
class Standing:
    """What an area has released, if it has."""

    area: Area
    release: PublishedFinance | None
    terms: FinanceTerms | None

    @property
    def counts(self) -> bool:
        """Whether its release is by the network's present terms."""
        return bool(self.release and self.terms and self.release.terms_id == self.terms.pk)


def standings() -> list[Standing]:
    """Every area in use with its newest release."""
    terms = finance.present_terms()
    by_area = {row.area_id: row for row in finance.newest()}
    return [Standing(area, by_area.get(area.pk), terms) for area in Area.objects.in_use()]


def is_being_made(found: RegionFigures | None) -> bool:
    """Whether something was released or withdrawn since the figures were made."""
    terms = finance.present_terms()
    now = [[row.area.slug, row.number] for row in finance.newest() if terms and row.terms_id == terms.pk]
    return bool(now) and (found is None or found.releases != now or found.terms_id != terms.pk)  # type: ignore[union-attr]


def _none_by_present_terms() -> bool:
    terms = finance.present_terms()
    latest = RegionFigures.objects.filter(terms=terms).only("releases").first() if terms else None
    return latest is None
