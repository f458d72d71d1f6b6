"""Who may use the addresses of joining; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row
from peer_network.rights_samples import FORM, TAKE_PART, joined

ROWS = [
    Row("peers:join", TAKE_PART, FORM, also=(422,)),
    Row("peers:rules", PUBLIC),
    Row("peers:help", PUBLIC),
    Row("peers:complain", PUBLIC),
    Row("peers:me", TAKE_PART, sample=joined),
    Row("peers:me-name", TAKE_PART, FORM, sample=joined, also=(422,)),
    Row("peers:me-posts", TAKE_PART, sample=joined),
    Row("peers:me-leave", TAKE_PART, FORM, sample=joined, also=(422,)),
]
