"""What the marketplace knows of somebody who clubs together with others, and of editors who gave shared prices."""

from data_rights.tables_part import tables_part

# Before asking's part, which takes the chosen name away.
PART = tables_part(
    "market-together",
    "Where you clubbed together in the marketplace",
    own={"market.ClubAcceptance": "buyer__user", "market.ClubSignal": "buyer__user"},
    numbered={"market.ClubQuote": "given_by"},
    why="A shared price belongs to the organisation that gave it. It knows you by number.",
    until="two years after it ended",
    order=43,
)
