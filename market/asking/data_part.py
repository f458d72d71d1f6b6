"""What the marketplace knows of somebody who buys."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "market-asking", "What you asked providers in the marketplace", own={"market.Buyer": "user"}, order=45
)
