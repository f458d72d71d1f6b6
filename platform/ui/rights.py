"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import SIGNED_IN, Row

ROWS = [
    Row("ui:home", SIGNED_IN),
    Row("ui:gallery", ["operator"]),
    Row("ui:gallery-form", ["operator"], ("GET", "POST")),
    Row("ui:gallery-easy-read", ["operator"]),
    Row("ui:gallery-download", ["operator"], sample=lambda world: {"ending": "csv"}),
    Row("ui:gallery-refusal", ["operator"], sample=lambda world: {"page": "not-found"}),
]
