"""What can go wrong with accounts, each with a finished sentence for the person who reads it."""


class AccountError(Exception):
    """Refused; the message says why and what to do."""


class NoSuchPerson(AccountError):
    def __init__(self, email: str) -> None:
        super().__init__(f"Nobody here signs in with {email}. Check the address.")


class InvitationNotOpen(AccountError):
    def __init__(self) -> None:
        super().__init__("This invitation has run out, was withdrawn or was used. Ask for a new one.")


class InvitationForSomebodyElse(AccountError):
    def __init__(self) -> None:
        super().__init__("This invitation was sent to another e-mail address. Sign in with that address.")


class AlreadyInvited(AccountError):
    def __init__(self, email: str) -> None:
        super().__init__(f"{email} has an open invitation to this role. Withdraw it before you send another.")


class AccountDisabled(AccountError):
    def __init__(self, email: str) -> None:
        super().__init__(f"The account of {email} is closed. Open it again before you invite them.")


class NotRegistered(AccountError):
    def __init__(self) -> None:
        super().__init__("No application has registered how memberships are written (accounts.registry).")
