"""Why a proposal isn't answered. Each message is a finished sentence for people."""


class ProposalRefused(ValueError):
    """What was asked for can't be done with this proposal."""
