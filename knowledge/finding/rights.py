"""Who may use the addresses by which resources are found; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row

ROWS = [
    Row("knowledge:feed", PUBLIC),
    Row("sitemap", PUBLIC),
    Row("robots", PUBLIC),
    Row("knowledge:list-file", PUBLIC, sample=lambda world: {"ending": "csv"}),
]
