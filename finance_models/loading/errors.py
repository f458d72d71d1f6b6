"""What loading refuses, in finished sentences."""

from files.faults import Refused


class LoadRefused(Refused):
    """The files were refused, one line for each fault; the version in use is as it was."""

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The files have {count:,} fault{'s' if count != 1 else ''}. Nothing was stored."
