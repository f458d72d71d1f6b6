"""How sure a provider is of a person: whether that is enough, and whether it took two steps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accounts.openid.configured import Provider
from accounts.openid.errors import TooLittleAssurance
from accounts.openid.shapes import NHS_CIS2, NHS_LOGIN, ONE_LOGIN

IDENTITY = re.compile(r"^P(\d{1,2})$")
CIS2_LEVEL = re.compile(r"AAL(\d)")
# NHS login: a password and a code or key, or a device that checks the person itself. One Login: two factors.
TWO_STEPS = {
    NHS_LOGIN.slug: ({"Cp", "Cd"}, {"Cp", "Ck"}, {"Cm"}),
    ONE_LOGIN.slug: ({"Cl", "Cm"},),
}


@dataclass(frozen=True)
class Vector:
    """A vector of trust: `P5.Cp.Cd` is identity level 5, by a password and a code sent to a device."""

    identity: int
    credentials: frozenset[str]

    @classmethod
    def read(cls, text: str) -> "Vector":
        """From its written form; raises ValueError where a part is neither an identity level nor a credential."""
        identity, credentials = 0, set()
        for part in text.split("."):
            level = IDENTITY.match(part)
            if level:
                identity = int(level[1])
            elif re.fullmatch(r"C[a-z0-9]", part):
                credentials.add(part)
            else:
                raise ValueError(f"{part!r} is no part of a vector of trust")
        return cls(identity, frozenset(credentials))

    def meets(self, wanted: "Vector") -> bool:
        """Whether it is at least what was asked for."""
        return self.identity >= wanted.identity and self.credentials >= wanted.credentials


def took_two_steps(provider: Provider, claims: Mapping[str, Any]) -> bool:
    """Whether the person signed in there with two steps, so that ours may be left out.

    Raises TooLittleAssurance where the token falls short of what the provider was asked for.
    """
    if provider.vtr:
        return _by_vectors(provider, claims)
    if provider.shape is NHS_CIS2:
        return _by_cis2_level(provider, claims)
    return _by_class(provider, claims)


def _by_vectors(provider: Provider, claims: Mapping[str, Any]) -> bool:
    reached = _vector(claims.get("vot"))
    wanted = [Vector.read(each) for each in provider.vtr]
    if not any(reached.meets(each) for each in wanted):
        raise TooLittleAssurance(f"vot {claims.get('vot')!r}")
    # NHS login says the identity level a second time; where it does, both have to be enough.
    level = claims.get("identity_proofing_level")
    if level is not None and _vector(level).identity < min(each.identity for each in wanted):
        raise TooLittleAssurance(f"identity_proofing_level {level!r}")
    return any(reached.credentials >= needed for needed in TWO_STEPS.get(provider.shape_slug, ()))


def _by_cis2_level(provider: Provider, claims: Mapping[str, Any]) -> bool:
    if claims.get("acr") not in provider.acr_values:
        raise TooLittleAssurance(f"acr {claims.get('acr')!r}")
    lowest = min(int(CIS2_LEVEL.search(each)[1]) for each in provider.acr_values)  # type: ignore[index]
    level = str(claims.get("authentication_assurance_level", lowest))
    if not level.isdigit() or int(level) < lowest:
        raise TooLittleAssurance(f"authentication_assurance_level {level!r}")
    return lowest >= 2


def _by_class(provider: Provider, claims: Mapping[str, Any]) -> bool:
    reached = claims.get("acr")
    if provider.acr_values and reached not in provider.acr_values:
        raise TooLittleAssurance(f"acr {reached!r}")
    return reached in provider.two_step_acr


def _vector(text: Any) -> Vector:
    try:
        return Vector.read(text) if isinstance(text, str) else Vector(0, frozenset())
    except ValueError:
        return Vector(0, frozenset())
