"""What the schedule asks of the marketplace."""

from market import parts

# The parts' own tasks: Celery looks for them here alone.
OF_PARTS = list(parts.modules("tasks"))
