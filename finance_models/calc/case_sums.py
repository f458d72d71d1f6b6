"""The case baseline across areas: sums of cases before and after their plan that may leave an area, and their pool.

A cell has sums of many people, and no row of one. Cells of fewer than ten people, or in which two people make up over
90% of what it costs, are put together with others before they leave, so that nothing can be worked out from what is
left over. Sums of areas add up: the pool equals the same sums over all their cases.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from fractions import Fraction

from finance_models.calc import money

FEWEST_PEOPLE = 10
MOST_OF_TWO = Fraction(90, 100)
NORMAL_95 = Fraction("1.96")
FORMULA = (
    "Of each case the costs that are known both before and after the plan, in pounds a year. The mean change is after "
    "less before, and its 95% interval 1.96 standard errors of the single changes below and above."
)
Costs = tuple[int, int]  # pence a year before the plan, and after it
Cell = Mapping[Hashable, Costs]  # of each case
Names = tuple[str, ...]


@dataclass(frozen=True)
class CaseSums:
    """Sums over cases of pence a year and of their squares; `change2`: of the squares of after less before."""

    people: int
    before: int
    after: int
    before2: int
    after2: int
    change2: int

    @property
    def numbers(self) -> list[int]:
        """The sums as whole numbers, in the order of the fields."""
        return list(astuple(self))

    @classmethod
    def of(cls, cell: Cell) -> "CaseSums":
        """The sums of some cases."""
        costs = list(cell.values())
        return cls(
            people=len(costs),
            before=sum(before for before, _ in costs),
            after=sum(after for _, after in costs),
            before2=sum(before**2 for before, _ in costs),
            after2=sum(after**2 for _, after in costs),
            change2=sum((after - before) ** 2 for before, after in costs),
        )

    def __add__(self, other: "CaseSums") -> "CaseSums":
        return CaseSums(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    @property
    def mean_before(self) -> Fraction:
        """Pence a year before the plan, a case."""
        return Fraction(self.before, self.people)

    @property
    def mean_after(self) -> Fraction:
        """Pence a year after it, a case."""
        return Fraction(self.after, self.people)

    @property
    def change(self) -> Fraction:
        """Mean change in pence a year; below nought a case costs less after its plan."""
        return self.mean_after - self.mean_before

    @property
    def interval(self) -> tuple[int, int] | None:
        """95% interval of the mean change, in whole pence. None for a single case."""
        if self.people < 2:
            return None
        variance = (self.change2 - self.people * self.change**2) / (self.people - 1)
        half = NORMAL_95 * money.root(variance / self.people)
        return money.half_up(self.change - half), money.half_up(self.change + half)


@dataclass(frozen=True)
class CasePool:
    """All cases, and their sums by group and by kind of cost; several names together where one may not stand alone."""

    total: CaseSums
    groups: Mapping[Names, CaseSums]
    costs: Mapping[Names, CaseSums]


def may_leave(cell: Cell) -> bool:
    """Whether a cell may leave an area: ten people or more, no two of whom make up over 90% of either side of it."""
    return len(cell) >= FEWEST_PEOPLE and not any(_is_of_two([each[side] for each in cell.values()]) for side in (0, 1))


def release(groups: Mapping[str, Cell], costs: Mapping[str, Cell]) -> CasePool | None:
    """What may leave an area; None where even all cases together may not.

    `groups`: the cases of each group, whole. `costs`: the same cases by kind of cost; the kinds add up to the whole.
    """
    everybody = {case: found for cell in groups.values() for case, found in cell.items()}
    if not may_leave(everybody):
        return None
    return CasePool(CaseSums.of(everybody), _sums(_put_together(groups)), _sums(_put_together(costs)))


def pool(areas: Iterable[CasePool]) -> CasePool | None:
    """The sums of several areas, by the finest names that all of them allow. None without any."""
    found = list(areas)
    if not found:
        return None
    total = found[0].total
    for each in found[1:]:
        total += each.total
    return CasePool(total, _pooled([each.groups for each in found]), _pooled([each.costs for each in found]))


def _pooled(parts: Sequence[Mapping[Names, CaseSums]]) -> dict[Names, CaseSums]:
    """Sums by names; those that one area put together are together in all."""
    made: dict[Names, CaseSums] = {}
    for part in parts:
        for names, sums in part.items():
            touched = [each for each in made if set(each) & set(names)]
            for each in touched:
                sums += made.pop(each)
            made[tuple(sorted({*names, *(name for each in touched for name in each)}))] = sums
    return dict(sorted(made.items()))


def _sums(cells: Mapping[Names, Cell]) -> dict[Names, CaseSums]:
    return {names: CaseSums.of(cell) for names, cell in sorted(cells.items())}


def _put_together(cells: Mapping[str, Cell]) -> dict[Names, Cell]:
    """The cells that may leave; the others in one, with the smallest of those where that is not enough."""
    wrong = [name for name, cell in cells.items() if cell and not may_leave(cell)]
    right = [name for name, cell in cells.items() if may_leave(cell)]
    right.sort(key=lambda name: (-len(cells[name]), name))
    together = _added(cells[name] for name in wrong)
    while wrong and right and not may_leave(together):
        wrong.append(right.pop())
        together = _added(cells[name] for name in wrong)
    found: dict[Names, Cell] = {(name,): cells[name] for name in right}
    return found | ({tuple(sorted(wrong)): together} if wrong else {})


def _added(cells: Iterable[Cell]) -> dict[Hashable, Costs]:
    """One cell of several: what stands in more than one of them for the same case is added up."""
    made: dict[Hashable, Costs] = {}
    for cell in cells:
        for case, (before, after) in cell.items():
            known = made.get(case, (0, 0))
            made[case] = (known[0] + before, known[1] + after)
    return made


def _is_of_two(costs: Sequence[int]) -> bool:
    sizes = sorted((abs(each) for each in costs), reverse=True)
    return sum(sizes[:2]) > MOST_OF_TWO * sum(sizes)
