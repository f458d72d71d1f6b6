"""Why a consent isn't written down or taken back. Each message is a finished sentence for people."""


class ConsentRefused(ValueError):
    """What was asked for can't be; `field` names the answer that is to be mended, if it is one."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.field = field
