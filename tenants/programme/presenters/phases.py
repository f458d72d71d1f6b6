"""The phase matrix: which area starts with which group in which phase."""

from collections import Counter

from files.offers import Offers
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import groups
from tenants.programme.queries import Snapshot
from tenants.your_turn_addresses import your_turn_address
from ui.charts import MatrixCell, MatrixColumn, MatrixRow, PhaseMatrix

PHASES = (1, 2, 3, 4)


def matrix(board: Snapshot, downloads: Offers | None = None) -> PhaseMatrix:
    """Areas down, groups across. A cell leads to the public page of that area and group."""
    return PhaseMatrix(
        id="phase-matrix",
        title="Which area starts with which group, and when",
        description=in_words(board),
        row_heading="Area",
        columns=tuple(MatrixColumn(group.name, group.short_name) for group in groups.GROUPS),
        matrix_rows=tuple(
            MatrixRow(
                area.name,
                tuple(
                    MatrixCell(board.phase(area, group.key), href=your_turn_address(area.slug, group))
                    for group in groups.GROUPS
                ),
            )
            for area in board.areas
        ),
        as_at=latest(board),
        source=source(board),
        downloads=downloads,
    )


def table(shown: PhaseMatrix) -> Table:
    """Columns: area, then the phase in words for each group."""
    return Table(
        key="phases",
        caption=shown.title,
        head=tuple(shown.head()),
        rows=tuple(shown.rows()),
        as_at=shown.as_at,
        source=shown.source,
    )


def counts(board: Snapshot) -> dict[str, Counter[int | None]]:
    """How many areas start with each group in each phase, by group key; None counts "to be confirmed"."""
    return {group.key: Counter(board.phase(area, group.key) for area in board.areas) for group in groups.GROUPS}


def counts_table(board: Snapshot) -> Table:
    """Columns: group, then the number of areas in phase 1 to 4 and to be confirmed."""
    found = counts(board)
    return Table(
        key="phase-counts",
        caption="How many areas start in each phase",
        head=("Group", *(numeric(f"Phase {phase}") for phase in PHASES), numeric("To be confirmed")),
        rows=tuple(
            [group.short_name, *(found[group.key][phase] for phase in PHASES), found[group.key][None]]
            for group in groups.GROUPS
        ),
        as_at=latest(board),
        source=source(board),
        people=NO_PEOPLE,
    )


def in_words(board: Snapshot) -> str:
    """`Areas that start in phase 1: 6 with children and young people, 4 with long-term conditions, …`."""
    found = counts(board)
    parts = [f"{found[group.key][1]} with {group.name[0].lower()}{group.name[1:]}" for group in groups.GROUPS]
    return f"Areas that start in phase 1: {', '.join(parts[:-1])} and {parts[-1]}."


def confirmed_areas(board: Snapshot) -> int:
    """Areas with a phase for at least one group."""
    return sum(any(board.phase(area, group.key) for group in groups.GROUPS) for area in board.areas)


def latest(board: Snapshot) -> object:
    """The day of the newest published plan."""
    return max((plan.as_at for plan in board.plans.values()), default=None)


def source(board: Snapshot) -> str:
    """The sources of the plans shown: the folder's for most, the areas' own where they have changed them."""
    found = Counter(plan.source for plan in board.plans.values() if plan.source)
    if not found:
        return ""
    main = found.most_common(1)[0][0]
    others = len(found) - 1
    return f"{main}, with changes that {others} area{'s' if others > 1 else ''} made since" if others else main
