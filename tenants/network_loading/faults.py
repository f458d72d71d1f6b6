"""What is wrong with a network folder, in lines that say where it is, what it is and how to mend it."""

from files.faults import Fault, Refused

__all__ = ["Fault", "NetworkFaults"]


class NetworkFaults(Refused):
    """The folder was refused and nothing was stored. `faults` has one finished line for each fault."""

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The network folder has {count} fault{'s' if count != 1 else ''}; nothing was stored."
