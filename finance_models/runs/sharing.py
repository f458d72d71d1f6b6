"""The gain and loss share of an agreement, ready for a page."""

from typing import Any

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from finance_models.assumptions.actions import parse
from finance_models.calc.gain_share import FORMULA, GainShare, gain_share
from finance_models.models import AssumptionSet
from finance_models.runs.words import partner_words
from ui import formats


def calculate(assumptions: AssumptionSet, *, target: int, actual: int) -> GainShare:
    """Share the variance, in pence. Raises AssumptionsRefused where the set has no [gain_share]."""
    terms = parse(assumptions.text, needs=("gain_share",)).gain_share
    return gain_share(terms, target=target, actual=actual)


def sentence(made: GainShare) -> str:
    """`A gain of £700,000.00. £170,000.00 of it is shared, and £530,000.00 stays with the commissioners.`"""
    kind = "gain" if made.variance > 0 else "loss" if made.variance < 0 else "variance"
    size, shared = formats.pounds(abs(made.variance)), formats.pounds(abs(made.shared))
    capped = " The cap was reached." if made.is_capped else ""
    rest = formats.pounds(abs(made.kept))
    return f"A {kind} of {size}. {shared} of it is shared, and {rest} stays with the commissioners.{capped}"


def table(made: GainShare, assumptions: AssumptionSet, on: Any) -> Table:
    """Columns: partner, part. The parts add up to what is shared."""
    rows = [[partner_words(name), formats.pounds(pence)] for name, pence in made.split.items()]
    rows += [["Shared", formats.pounds(made.shared)], ["Stays with the commissioners", formats.pounds(made.kept)]]
    return Table(
        key="share",
        caption="Parts of the partners",
        head=("Partner", numeric("Part")),
        rows=tuple(rows),
        as_at=on,
        source=f"{assumptions}: {FORMULA}",
        people=NO_PEOPLE,
        sample=assumptions.is_sample,
    )
