"""A provider as this installation has set it up. Made by `config.integrations.providers`; no Django here."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from accounts.openid.shapes import SHAPES, Proof, Shape


@dataclass(frozen=True)
class Provider:
    """One provider people may sign in with. Its secrets stand in no `repr`, so in no log or error page."""

    id: str
    name: str
    shape_slug: str
    discovery: str
    client_id: str
    proof: Proof
    secret: str = field(default="", repr=False)
    private_key: str = field(default="", repr=False)
    key_id: str = ""
    client_signing: str = ""
    token_signing: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ("openid",)
    vtr: tuple[str, ...] = ()
    acr_values: tuple[str, ...] = ()
    two_step_acr: tuple[str, ...] = ()
    form_origins: tuple[str, ...] = ()

    @property
    def shape(self) -> Shape:
        """What is particular to its kind."""
        return SHAPES[self.shape_slug]

    @property
    def host(self) -> str:
        """The host that the operator named; the only one that may lie in a private network."""
        return urlsplit(self.discovery).hostname or ""
