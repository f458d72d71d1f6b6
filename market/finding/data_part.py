"""What finding knows of somebody: the offers that they keep in mind."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "market-shortlist", "Your shortlist in the marketplace", own={"market.Shortlisted": "user"}, order=47
)
