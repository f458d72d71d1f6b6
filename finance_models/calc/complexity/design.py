"""The columns of the model: which people a term is about, and which terms can be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis
import numpy as np

from finance_models.calc import money
from finance_models.calc.activation import holds, usable_level
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.bands import label
from finance_models.calc.costing import Costing
from finance_models.calc.people import person_costs, with_band
from finance_models.calc.tables import GROUPS

if TYPE_CHECKING:
    import pandas as pd

AGE_EDGES = (0, 5, 18, 45, 65, 75, 85)
CONDITION_EDGES = (0, 1, 2, 3, 4, 5, 6)
LEVELS = (1, 2, 3, 4)
NOT_USED = "activation not measured or not suitable"
CONSTANT = "constant"
# Fewer people than this, on either side of a term, say nothing that lasts.
LEAST_PEOPLE = 10
# A column of which so little is left beside the others is one of them said again.
LEAST_LEFT = 1e-8


@dataclass(frozen=True)
class Term:
    """A column of 1 for the people it is about and 0 for others, one row a kind; it is read beside `reference`."""

    name: str
    reference: str
    column: np.ndarray


@dataclass(frozen=True)
class Kinds:
    """People who are alike in all that the model looks at, days included: for it their mean cost says everything.

    `of_person` is the number of each person's kind; the other arrays have one entry a kind. Cost in pounds.
    """

    of_person: np.ndarray
    frame: "pd.DataFrame"
    people: np.ndarray
    years: np.ndarray
    cost: np.ndarray


def frame(costing: Costing, terms: CapitationTerms) -> "pd.DataFrame":
    """One row a person, in the order of pseudonyms so that the same people give the same sums.

    Columns: age and ltc_count (as numbers of their bands), level (0 where there is none that is suitable), the groups
    as 0 or 1, days, pence (cut at the truncation), band.
    """
    people = with_band(person_costs(costing), terms.bands)
    most = terms.truncation_pence
    chosen = people.select(
        "person_id",
        "band",
        "days",
        "age",
        "ltc_count",
        pence=ibis.ifelse(people.pence > most, most, people.pence),
        level=usable_level(people).fill_null(0).cast("int8"),
        **{group: holds(people.groups, group).cast("int8") for group in GROUPS},
    )
    found = chosen.order_by("person_id").to_pyarrow().to_pandas()
    return found.assign(age=_places(found["age"], AGE_EDGES), ltc_count=_places(found["ltc_count"], CONDITION_EDGES))


def kinds_of(people: "pd.DataFrame", window_days: int) -> Kinds:
    """The kinds of these people. Each is in two halves: statsmodels wants more rows than there are terms."""
    by = ["age", "ltc_count", "level", *GROUPS, "days", "half"]
    grouped = people.assign(half=np.arange(len(people)) % 2).groupby(by, sort=True)
    found = grouped["pence"].agg(["count", "sum"]).reset_index()
    count = found["count"].to_numpy()
    return Kinds(
        of_person=grouped.ngroup().to_numpy(),
        frame=found,
        people=count,
        years=found["days"].to_numpy() / window_days,
        cost=found["sum"].to_numpy() / money.PENCE_IN_A_POUND / count,
    )


def terms_of(kinds: Kinds) -> tuple[list[Term], list[str]]:
    """The terms that these people can tell apart, and the names of those left out."""
    found, people = kinds.frame, kinds.people
    wanted = [
        *_banded(kinds, "age", AGE_EDGES, "aged {}"),
        *_banded(kinds, "ltc_count", CONDITION_EDGES, "long-term conditions: {}"),
        *(Term(f"group {name}", "not in the group", found[name].to_numpy(dtype=float)) for name in GROUPS),
        *(
            Term(f"activation level {level}", NOT_USED, (found["level"] == level).to_numpy(dtype=float))
            for level in LEVELS
        ),
    ]
    enough = [each for each in wanted if LEAST_PEOPLE <= each.column @ people <= people.sum() - LEAST_PEOPLE]
    kept = _told_apart([Term(CONSTANT, "", np.ones(len(people))), *enough], people)
    names = {each.name for each in kept}
    return kept, [each.name for each in wanted if each.name not in names]


def _places(values: "pd.Series", edges: Sequence[int]) -> np.ndarray:
    return np.clip(np.searchsorted(edges, values.to_numpy(), side="right") - 1, 0, None)


def _banded(kinds: Kinds, column: str, edges: Sequence[int], words: str) -> list[Term]:
    """A term for each band but the one with the most person-years, which the others are beside."""
    place = kinds.frame[column].to_numpy()
    years = np.bincount(place, weights=kinds.people * kinds.years, minlength=len(edges))
    largest = int(years.argmax())
    names = [words.format(label(edges, at)) for at in range(len(edges))]
    return [Term(name, names[largest], (place == at).astype(float)) for at, name in enumerate(names) if at != largest]


def _told_apart(terms: Sequence[Term], people: np.ndarray) -> list[Term]:
    """The terms one after another, without those that the ones before say already."""
    columns = np.column_stack([each.column for each in terms])
    products = columns.T @ (columns * people[:, None])
    kept: list[int] = []
    for at in range(len(terms)):
        left = products[at, at]
        if kept:
            inner = products[np.ix_(kept, kept)]
            beside = products[kept, at]
            left = left - beside @ np.linalg.solve(inner, beside)
        if left > LEAST_LEFT * products[at, at]:
            kept.append(at)
    return [terms[at] for at in kept]
