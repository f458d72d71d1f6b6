"""`OIDC_PROVIDERS`: other organisations' accounts that people may sign in with. docs/operations/sign-in.md explains it.

A provider with a fault is not offered, and `ipc check` names the fault; the others work.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from accounts.openid.assurance import Vector
from accounts.openid.configured import Provider
from accounts.openid.shapes import NHS_CIS2, ONE_LOGIN, PLAIN, SAFE_SIGNING, SHAPES, WELL_KNOWN, Proof, Shape

ID = re.compile(r"^[a-z][a-z0-9-]{1,38}$")
CIS2_CLASS = re.compile(r"^AAL[23]_")
NEEDED = ("id", "name", "shape", "discovery", "client_id")
LISTS = ("scopes", "vtr", "acr_values", "two_step_acr", "form_origins", "token_signing")
TEXTS = (*NEEDED, "client_secret", "client_secret_file", "private_key_file", "key_id", "client_signing")


class Fault(ValueError):
    """What is wrong with one provider, and how to mend it, in one sentence or two."""


def read(value: str, *, plain_http: bool = False) -> tuple[list[Provider], list[str]]:
    """The providers of `OIDC_PROVIDERS`, and a sentence for each fault.

    `value` is JSON (a list) or the path of a file of JSON. `plain_http` allows http:// addresses, for tests.
    """
    if not value.strip():
        return [], []
    try:
        entries = _entries(value.strip())
    except Fault as fault:
        return [], [f"OIDC_PROVIDERS: {fault}"]
    found: list[Provider] = []
    faults: list[str] = []
    for number, entry in enumerate(entries, 1):
        name = entry.get("id", "") if isinstance(entry, dict) else ""
        where = f"OIDC_PROVIDERS, provider {number}{f' ({name})' if name else ''}"
        try:
            provider = _provider(entry, plain_http)
            if provider.id in {each.id for each in found}:
                raise Fault("id: another provider has it. Each needs its own.")
        except Fault as fault:
            faults.append(f"{where}: {fault}")
        else:
            found.append(provider)
    return found, faults


def _entries(value: str) -> list[Any]:
    if not value.startswith(("[", "{")):
        try:
            value = Path(value).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Fault(f"the file can't be read ({type(error).__name__}). Give the path of a JSON file.") from None
    try:
        entries = json.loads(value)
    except ValueError as error:
        raise Fault(f"it is no JSON: {error}. Write a list: [{{…}}, {{…}}].") from None
    if not isinstance(entries, list):
        raise Fault("it is no list. Put the providers between [ and ].")
    return entries


def _provider(entry: Any, plain_http: bool) -> Provider:
    _check_types(entry)
    shape = SHAPES.get(entry["shape"])
    if shape is None:
        raise Fault(f"shape: {entry['shape']!r} is none we know. Use one of: {', '.join(SHAPES)}.")
    if not ID.match(entry["id"]):
        raise Fault("id: use 2 to 39 small letters, digits and hyphens, beginning with a letter.")
    discovery = _discovery(entry["discovery"], plain_http)
    proof, secret, private_key = _proof(entry, shape)
    return Provider(
        id=entry["id"],
        name=entry["name"],
        shape_slug=shape.slug,
        discovery=discovery,
        client_id=entry["client_id"],
        proof=proof,
        secret=secret,
        private_key=private_key,
        key_id=entry.get("key_id", ""),
        client_signing=_client_signing(entry, shape),
        token_signing=_token_signing(entry, shape),
        scopes=_scopes(entry, shape),
        vtr=_vtr(entry, shape),
        acr_values=_acr_values(entry, shape),
        two_step_acr=_two_step_acr(entry, shape),
        form_origins=tuple(entry.get("form_origins") or _origins(discovery, shape)),
    )


def _check_types(entry: Any) -> None:
    if not isinstance(entry, dict):
        raise Fault("it is no object. Write it as {…}.")
    unknown = sorted(set(entry) - {*TEXTS, *LISTS})
    if unknown:
        raise Fault(f"{unknown[0]}: there is no such setting. Known are: {', '.join((*TEXTS, *LISTS))}.")
    for name in NEEDED:
        if not entry.get(name):
            raise Fault(f"{name}: it is missing.")
    for name in TEXTS:
        if name in entry and not isinstance(entry[name], str):
            raise Fault(f"{name}: it should be text in quotation marks.")
    for name in LISTS:
        value = entry.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
            raise Fault(f'{name}: it should be a list of texts: ["…"].')


def _discovery(address: str, plain_http: bool) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (plain_http and parts.scheme == "http"):
        raise Fault("discovery: the address should start with https://.")
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment:
        raise Fault("discovery: give the provider's address alone, without a user, a question mark or a hash.")
    return address if address.endswith(WELL_KNOWN) else address.rstrip("/") + WELL_KNOWN


def _proof(entry: dict[str, Any], shape: Shape) -> tuple[Proof, str, str]:
    """How our client shows who it is, its secret and its key: one of the two is empty."""
    given = [name for name in ("client_secret", "client_secret_file", "private_key_file") if entry.get(name)]
    if len(given) != 1:
        raise Fault(
            "give one of private_key_file, client_secret_file and client_secret, so that we can show who we are."
        )
    proof = Proof.PRIVATE_KEY if given[0] == "private_key_file" else Proof.SECRET
    if proof not in shape.proofs:
        raise Fault(f"{given[0]}: {shape.name} takes no secret. Give private_key_file.")
    if given[0] == "client_secret":
        return proof, entry["client_secret"], ""
    text = _file(given[0], entry[given[0]])
    if proof is Proof.SECRET:
        return proof, text.strip(), ""
    _check_key(text, _client_signing(entry, shape))
    return proof, "", text


def _file(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"{name}: {path} can't be read ({type(error).__name__}).") from None


def _check_key(text: str, algorithm: str) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(text.encode(), password=None)
    except (ValueError, TypeError):
        raise Fault("private_key_file: it holds no private key in PEM form without a password.") from None
    fits = isinstance(key, EllipticCurvePrivateKey if algorithm.startswith("ES") else RSAPrivateKey)
    if not fits or (isinstance(key, RSAPrivateKey) and key.key_size < 2048):
        raise Fault(
            f"private_key_file: {algorithm} needs an EC key, or an RSA key of 2,048 bits or more for RS and PS."
        )


def _client_signing(entry: dict[str, Any], shape: Shape) -> str:
    chosen = entry.get("client_signing") or shape.client_signing[0]
    if chosen not in shape.client_signing:
        raise Fault(f"client_signing: {shape.name} takes {', '.join(shape.client_signing)}.")
    return chosen


def _token_signing(entry: dict[str, Any], shape: Shape) -> tuple[str, ...]:
    chosen = tuple(entry.get("token_signing") or shape.token_signing)
    allowed = SAFE_SIGNING if shape is PLAIN else shape.token_signing
    for each in chosen:
        if each not in allowed:
            raise Fault(f"token_signing: {each!r} can't be used. Use {', '.join(allowed)}.")
    return chosen


def _scopes(entry: dict[str, Any], shape: Shape) -> tuple[str, ...]:
    chosen = tuple(entry.get("scopes") or shape.scopes)
    if "openid" not in chosen:
        raise Fault('scopes: "openid" has to be among them.')
    return chosen


def _vtr(entry: dict[str, Any], shape: Shape) -> tuple[str, ...]:
    chosen = tuple(entry.get("vtr") or shape.vtr)
    if chosen and not shape.vtr:
        raise Fault(f"vtr: {shape.name} knows no vectors of trust. Use acr_values.")
    for each in chosen:
        try:
            vector = Vector.read(each)
        except ValueError as error:
            raise Fault(f"vtr: {each!r} can't be read: {error}. Write one like {shape.vtr[0]}.") from None
        if not vector.credentials:
            raise Fault(f"vtr: {each!r} asks for no sign-in. Write one like {shape.vtr[0]}.")
        if shape is ONE_LOGIN and vector.identity:
            raise Fault(f"vtr: {each!r} asks who the person is. We ask only that it is the same person: use Cl.Cm.")
    return chosen


def _acr_values(entry: dict[str, Any], shape: Shape) -> tuple[str, ...]:
    chosen = tuple(entry.get("acr_values") or shape.acr_values)
    if chosen and shape.vtr:
        raise Fault(f"acr_values: {shape.name} is asked by vtr.")
    for each in chosen:
        if shape is NHS_CIS2 and not CIS2_CLASS.match(each):
            raise Fault(f"acr_values: {each!r} is no class of level 2 or 3. Use AAL2_OR_AAL3_ANY or AAL3_ANY.")
    return chosen


def _two_step_acr(entry: dict[str, Any], shape: Shape) -> tuple[str, ...]:
    chosen = tuple(entry.get("two_step_acr") or ())
    if chosen and shape is not PLAIN:
        raise Fault(f"two_step_acr: we know already which sign-ins of {shape.name} take two steps. Leave it out.")
    return chosen


def _origins(discovery: str, shape: Shape) -> Iterator[str]:
    """Where the browser may be sent by the form: the provider, and the host it sends people on to."""
    parts = urlsplit(discovery)
    yield f"{parts.scheme}://{parts.netloc}"
    for first, second in shape.onward:
        if parts.netloc.startswith(first):
            yield f"{parts.scheme}://{second}{parts.netloc.removeprefix(first)}"
