"""Believing an identity token, or not (OpenID Connect Core 1.0, section 3.1.3.7)."""

import base64
import hashlib
import hmac
import time
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from accounts.openid import metadata
from accounts.openid.configured import Provider
from accounts.openid.errors import ProviderRefused

LEEWAY_SECONDS = 60
# A token is used at once; an old one was kept by somebody.
OLDEST_SECONDS = 10 * 60
LONGEST_SUBJECT = 191
SMALLEST_RSA_BITS = 2048
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


def believe(provider: Provider, token: Any, *, nonce: str, access_token: str) -> dict[str, Any]:
    """The claims of an identity token that this provider signed for us, for this sign-in, just now.

    Raises ProviderRefused with a word for what is wrong.
    """
    if not isinstance(token, str):
        raise ProviderRefused("no-token")
    claims = _verified(provider, token)
    _check_audience(provider, claims)
    if not nonce or not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise ProviderRefused("nonce")
    if time.time() - claims["iat"] > OLDEST_SECONDS + LEEWAY_SECONDS:
        raise ProviderRefused("old")
    if "at_hash" in claims and claims["at_hash"] != _half_hash(token, access_token):
        raise ProviderRefused("at_hash")
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT or "\x00" in subject:
        raise ProviderRefused("subject")
    return claims


def _verified(provider: Provider, token: str) -> dict[str, Any]:
    """The claims, the signature and the times being right."""
    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in provider.token_signing:
            raise ProviderRefused("algorithm", str(algorithm))
        key = _key(provider, header.get("kid"), algorithm)
        return jwt.decode(
            token,
            key,
            algorithms=[algorithm],
            audience=provider.client_id,
            issuer=metadata.of(provider)["issuer"],
            leeway=LEEWAY_SECONDS,
            options={"require": NEEDED},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise ProviderRefused(type(error).__name__) from error


def _key(provider: Provider, key_id: str | None, algorithm: str) -> Any:
    """The one key that this token can be signed with, read for this algorithm and no other."""
    fitting = [
        each
        for each in metadata.keys(provider, key_id)
        if each.get("kty") == ("EC" if algorithm.startswith("ES") else "RSA")
        and each.get("alg", algorithm) == algorithm
    ]
    if len(fitting) != 1:
        raise ProviderRefused("key", f"{len(fitting)} keys fit")
    key = jwt.PyJWK(fitting[0], algorithm=algorithm)
    if isinstance(key.key, RSAPublicKey) and key.key.key_size < SMALLEST_RSA_BITS:
        raise ProviderRefused("key", f"{key.key.key_size} bits")
    return key.key


def _check_audience(provider: Provider, claims: dict[str, Any]) -> None:
    """Ours alone, or with others and then issued to us."""
    is_ours_alone = claims["aud"] in (provider.client_id, [provider.client_id])
    if claims.get("azp", provider.client_id if is_ours_alone else None) != provider.client_id:
        raise ProviderRefused("azp", str(claims.get("azp")))


def _half_hash(token: str, access_token: str) -> str:
    """The left half of the access token's digest, with the digest of the token's own algorithm."""
    name = f"sha{jwt.get_unverified_header(token)['alg'][2:]}"
    digest = hashlib.new(name, access_token.encode()).digest()
    return base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
