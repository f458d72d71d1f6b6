"""What the marketplace knows of people who write statements, or say something of them for a provider."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "market-statements",
    "What you wrote for a market position statement",
    own={},
    numbered={
        "market.StatementVersion": "written_by",
        "market.Interest": "said_by",
        "market.Intervention": "written_by",
    },
    why="Statements, interest and what is done about gaps belong to the area or the organisation for which you wrote.",
    until="for as long as the network runs",
    order=47,
)
