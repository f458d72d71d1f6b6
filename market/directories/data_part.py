"""What the marketplace knows of people who look after other directories: that they did, by number."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "market-directories",
    "Directories that you added, read or edited",
    own={},
    numbered={
        "market.Directory": "added_by",
        "market.DirectoryRun": "run_by",
        "market.DirectoryRecord": "edited_by",
    },
    why="What was taken over from another directory belongs to the areas, and so does who decided it.",
    until="for as long as the directory is read; readings for two years",
    order=48,
)
