"""What an area's return refuses, in finished sentences."""

from tenants.quarters import Quarter


class NotAsked(ValueError):
    """No return is asked for: the quarter is not over, or lies before the programme."""

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(f"No return is asked for {quarter}. It can be written once the quarter is over.")


class SignedAlready(ValueError):
    """A signed return is not written again; it is corrected."""

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(f"The return for {quarter} is signed. To change it, correct it and say why.")


class NotSigned(ValueError):
    """Only what is signed can be corrected."""

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(f"The return for {quarter} is not signed, so there is nothing to correct.")


class NoDraft(ValueError):
    """Nothing is being written: it has been signed or thrown away meanwhile."""

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(f"Nobody is writing the return for {quarter}: it was signed or thrown away meanwhile.")
