"""The kinds of provider we know, with what is particular to each; from their public documentation (November 2026).

- NHS login, interface specification "Federation": the client signs with RS512, tokens are signed with RS512, `vtr` asks
  for vectors of trust (`P5.Cp.Cd`), the token's `vot` and `identity_proofing_level` say what was reached.
- NHS CIS2, "ACR and AMR values": `acr_values` asks for AAL2_OR_AAL3_ANY or AAL3_ANY, the token's `acr` and
  `authentication_assurance_level` answer. The client has a secret or signs.
- GOV.UK One Login, "Authenticate your user": the client signs, tokens are signed with ES256 or RS256, `vtr` asks for
  `Cl` (one factor) or `Cl.Cm` (two). Proving who somebody is (`P2`) is not used: we need no more than the same person
  again.

No Django here: the settings read it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Proof(StrEnum):
    """How our client shows the token endpoint who it is."""

    PRIVATE_KEY = "private_key_jwt"
    SECRET = "client_secret"  # noqa: S105 - a word, not a secret


@dataclass(frozen=True)
class Shape:
    """What is particular to one kind of provider.

    `token_signing`: the algorithms with which its tokens may be signed. `client_signing`: those with which our client
    may sign, the usual one first. `proofs`: how the client may show who it is. `onward`: parts of host names, so that
    the browser may be sent on from the first to the second while somebody signs in.
    """

    slug: str
    name: str
    token_signing: tuple[str, ...]
    client_signing: tuple[str, ...]
    proofs: tuple[Proof, ...]
    scopes: tuple[str, ...] = ("openid",)
    vtr: tuple[str, ...] = ()
    acr_values: tuple[str, ...] = ()
    onward: tuple[tuple[str, str], ...] = ()


WELL_KNOWN = "/.well-known/openid-configuration"
# Never "none", never HS*: a public key read as a shared secret would let anybody sign.
SAFE_SIGNING = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")

NHS_LOGIN = Shape(
    slug="nhs-login",
    name="NHS login",
    token_signing=("RS512",),
    client_signing=("RS512",),
    proofs=(Proof.PRIVATE_KEY,),
    vtr=("P5.Cp.Cd", "P5.Cp.Ck", "P5.Cm"),
    onward=(("auth.", "access."),),
)
NHS_CIS2 = Shape(
    slug="nhs-cis2",
    name="NHS Care Identity",
    token_signing=("RS256", "RS512"),
    client_signing=("RS256", "RS512"),
    proofs=(Proof.PRIVATE_KEY, Proof.SECRET),
    acr_values=("AAL2_OR_AAL3_ANY",),
)
ONE_LOGIN = Shape(
    slug="govuk-one-login",
    name="GOV.UK One Login",
    token_signing=("ES256", "RS256"),
    client_signing=("RS256", "ES256", "PS256"),
    proofs=(Proof.PRIVATE_KEY,),
    vtr=("Cl.Cm",),
    onward=(("oidc.", "signin."),),
)
PLAIN = Shape(
    slug="plain",
    name="Another organisation",
    token_signing=("RS256",),
    client_signing=SAFE_SIGNING,
    proofs=(Proof.PRIVATE_KEY, Proof.SECRET),
)
SHAPES = {shape.slug: shape for shape in (NHS_LOGIN, NHS_CIS2, ONE_LOGIN, PLAIN)}
