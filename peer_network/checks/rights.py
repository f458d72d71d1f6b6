"""Who may use the addresses of the word lists; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from peer_network.rights_samples import FORM, MODERATORS


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _line(world: Any) -> dict[str, Any]:
    from peer_network.checks import lists

    return {"key": lists.lines()[0].key}


ROWS = [
    Row("peers:words", MODERATORS),
    Row("peers:words-file", MODERATORS, sample=_csv),
    Row("peers:words-new", MODERATORS, FORM, also=(422,)),
    Row("peers:words-try", MODERATORS, FORM, also=(422,)),
    Row("peers:words-line", MODERATORS, FORM, sample=_line, also=(422,)),
]
