"""Sites that had been reported, and people whom areas had already found, as the application stated them."""

from tenants.programme.board import Board
from tenants.programme.presenters import budgets, programme
from tenants.programme.sections.base import Built, Section


def build(board: Board) -> Built:
    """Two tables of public figures."""
    sites = sum(row.sites for row in board.snapshot.sites.values())
    tables = (programme.sites_table(board.snapshot), budgets.pools(board.snapshot))
    return Built(f"{sites} sites had been reported when the application was made.", tables=tables)


SECTION = Section(
    "found",
    "Sites and people already found",
    "A site is a small team that starts in one place with one group of people.",
    build,
    tables=("sites", "eligible-pools"),
)
