"""The second step, left out where the provider took two already."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.stages import AuthenticateStage


class SecondStep(AuthenticateStage):
    """allauth's stage. A sign-in that took two steps at the provider counts as one with two steps here."""

    def handle(self) -> tuple:
        """(answer, whether to go on)."""
        linked = (self.login.signal_kwargs or {}).get("sociallogin")
        if linked is not None and linked.account.extra_data.get("two_steps") is True:
            record_authentication(
                self.request, self.login.user, "mfa", type="provider", provider=linked.account.provider
            )
            return None, True
        return super().handle()


def with_ours(stages: list[str]) -> list[Any]:
    """allauth's stages with ours in place of its own."""
    return [
        "accounts.openid.stages.SecondStep" if each == "allauth.mfa.stages.AuthenticateStage" else each
        for each in stages
    ]
