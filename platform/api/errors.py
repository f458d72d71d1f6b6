"""What can go wrong with tokens, each with a finished sentence for the person who reads it."""


class TokenError(Exception):
    """Refused; the message says why and what to do."""


class NeedsTwoSteps(TokenError):
    def __init__(self) -> None:
        super().__init__("Your role needs two-step sign-in. Sign out, sign in again with your second step, then try.")


class ScopeNotYours(TokenError):
    def __init__(self) -> None:
        super().__init__("Your roles do not allow one of these. Choose again.")


class TooManyTokens(TokenError):
    def __init__(self, limit: int) -> None:
        super().__init__(f"You have {limit} tokens. Revoke one that you no longer use, then make a new one.")


class Problem(Exception):
    """A refusal of the API: a status, and a finished sentence for the person who reads the program's log."""

    def __init__(self, status: int, detail: str, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers or {}
