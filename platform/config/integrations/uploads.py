"""Files from outside: who looks for viruses in them, and how large linked data may be."""

from config import env

# tcp://host:3310 or unix:///run/clamav/clamd.sock; where it is set and doesn't answer, uploads are refused.
CLAMD_URL = env.text("CLAMD_URL", "")

# What one load of linked data may have together in the browser. Other uploads have limits of their own, in the code.
LINKED_DATA_LIMIT_BYTES = env.whole_number("LINKED_DATA_LIMIT_MB", 2048) * 1024 * 1024
# How long the files of a data version stay that another took the place of; 0 leaves them until somebody deletes them.
SUPERSEDED_DATA_DAYS = env.whole_number("SUPERSEDED_DATA_DAYS", 180)

# Servers that tests start themselves, as pairs of address and port, from which feeds may be read although they are on
# this machine. Nothing but a test sets it, and outside tests it counts for nothing.
FEED_SERVERS_OF_TESTS: tuple[tuple[str, int], ...] = ()
