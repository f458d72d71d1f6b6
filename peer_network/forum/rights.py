"""Who may use the addresses of the forum; see `accounts.rights_table`."""

from accounts.rights_table import Row
from peer_network import rights_samples as samples
from peer_network.rights_samples import TAKE_PART

ROWS = [
    Row("peers:start", TAKE_PART, sample=samples.joined),
    Row("peers:topic", TAKE_PART, sample=samples.topic, foreign=samples.unreadable_topic),
]
