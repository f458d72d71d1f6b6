"""What planning refuses, in finished sentences."""


class PlanRefused(Exception):
    """Something about a plan can't be done; the text says why and what to do."""
