"""What the schedule asks of the peer network."""

from peer_network import parts

# The parts' own tasks: Celery looks for them here alone.
OF_PARTS = list(parts.modules("tasks"))
