"""What the marketplace knows of people who write for providers, and of those who check: that they did, by number."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "market-offers",
    "What you wrote or checked in the marketplace",
    own={},
    numbered={
        "market.OfferEdition": "written_by",
        "market.ProviderCheck": "checked_by",
    },
    why="What an organisation published, and what was checked of it, belongs to the organisation and the areas.",
    until="for as long as the network runs",
    also=("market.Provider", "market.Offer", "market.OfferPicture", "market.Listing"),
    order=44,
)
