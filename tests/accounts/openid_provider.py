"""A provider made for the tests: a real HTTP server on this machine that people sign in with, and that can lie."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from accounts.openid.configured import Provider
from accounts.openid.shapes import SHAPES, Proof

CLIENT_ID = "ipc-client"
SECRET = "the-secret-of-the-client"


@cache
def key(name: str) -> Any:
    """A private key by name, made once a run: "rsa…" or "ec…"."""
    if name.startswith("ec"):
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(name: str) -> str:
    """The private key as a PEM file's text."""
    return (
        key(name)
        .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        .decode()
    )


def public_pem(name: str) -> bytes:
    """The public key as a PEM file's bytes."""
    return (
        key(name).public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def jwk(name: str, algorithm: str) -> dict[str, Any]:
    """The public key as the provider lists it."""
    maker = jwt.algorithms.ECAlgorithm if name.startswith("ec") else jwt.algorithms.RSAAlgorithm
    return {**maker.to_jwk(key(name).public_key(), as_dict=True), "kid": name, "use": "sig", "alg": algorithm}


class TestProvider:
    """The provider. Tests change its attributes to make it lie.

    `change(claims)` gets the claims of the identity token before they are signed; `sign(claims)` signs them in another
    way; `token` is sent instead of any. `faults` collects what a real provider would refuse of our client.
    """

    __test__ = False

    def __init__(self, algorithm: str = "RS256", client_algorithm: str = "") -> None:
        self.algorithm, self.client_algorithm = algorithm, client_algorithm
        self.signing_key = "ec" if algorithm.startswith("ES") else "rsa"
        self.listed = [jwk(self.signing_key, algorithm)]
        self.claims: dict[str, Any] = {}
        self.change: Callable[[dict[str, Any]], Any] = lambda claims: None
        self.sign: Callable[[dict[str, Any]], str] = self._sign
        self.token: str | None = None
        self.subject = self.userinfo_subject = "subject-1"
        self.status: dict[str, int] = {}
        self.redirects: dict[str, str] = {}
        self.facts: dict[str, Any] = {}
        self.error = ""
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        self.authorize_asked: dict[str, str] = {}
        self.jti: set[str] = set()
        self.faults: list[str] = []
        self.tokens: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self.server.shutdown()
        self.server.server_close()

    def configured(self, shape: str = "plain", **more: Any) -> Provider:
        """As an installation would have set it up."""
        known = SHAPES[shape]
        facts: dict[str, Any] = {
            "id": "test",
            "name": "Test login",
            "shape_slug": shape,
            "discovery": f"{self.address}/.well-known/openid-configuration",
            "client_id": CLIENT_ID,
            "proof": Proof.PRIVATE_KEY if self.client_algorithm else Proof.SECRET,
            "secret": "" if self.client_algorithm else SECRET,
            "client_signing": self.client_algorithm,
            "token_signing": known.token_signing,
            "vtr": known.vtr,
            "acr_values": known.acr_values,
            "form_origins": (self.address,),
        }
        if self.client_algorithm:
            facts |= {"private_key": pem("ec-client" if self.client_algorithm.startswith("ES") else "rsa-client")}
        return Provider(**(facts | more))

    def _discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/jwks",
            **self.facts,
        }

    def _authorize(self, asked: dict[str, str]) -> str:
        self.authorize_asked = asked
        if self.error:
            return f"{asked['redirect_uri']}?{urlencode({'error': self.error, 'state': asked['state']})}"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def _token(self, sent: dict[str, str], authorization: str) -> dict[str, Any]:
        asked = self.codes.pop(sent.get("code", ""), None)
        if asked is None:
            return {"error": "invalid_grant"}
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=")
        if asked["code_challenge_method"] != "S256" or asked["code_challenge"] != challenge.decode():
            self.faults.append("PKCE")
        if sent["redirect_uri"] != asked["redirect_uri"]:
            self.faults.append("redirect_uri")
        self._check_client(sent, authorization)
        access = secrets.token_urlsafe(16)
        self.tokens.append(self._id_token(asked, access))
        return {"access_token": access, "token_type": "Bearer", "expires_in": 60, "id_token": self.tokens[-1]}

    def _id_token(self, asked: dict[str, str], access: str) -> str:
        now = int(time.time())
        digest = hashlib.new(f"sha{self.algorithm[2:]}", access.encode()).digest()
        claims = {
            "iss": self.address,
            "sub": self.subject,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": asked.get("nonce", ""),
            "at_hash": base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode(),
            **self.claims,
        }
        self.change(claims)
        return self.sign(claims) if self.token is None else self.token

    def _sign(self, claims: dict[str, Any]) -> str:
        headers = {"kid": self.signing_key}
        return jwt.encode(claims, key(self.signing_key), algorithm=self.algorithm, headers=headers)

    def _check_client(self, sent: dict[str, str], authorization: str) -> None:
        """What the token endpoint of a real provider looks at (RFC 7523)."""
        if not self.client_algorithm:
            expected = "Basic " + base64.b64encode(f"{CLIENT_ID}:{SECRET}".encode()).decode()
            if authorization != expected:
                self.faults.append("secret")
            return
        public = key("ec-client" if self.client_algorithm.startswith("ES") else "rsa-client").public_key()
        try:
            claims = jwt.decode(
                sent["client_assertion"],
                public,
                algorithms=[self.client_algorithm],
                audience=f"{self.address}/token",
                issuer=CLIENT_ID,
                options={"require": ["iss", "sub", "aud", "jti", "exp"]},
            )
        except (jwt.PyJWTError, KeyError) as error:
            self.faults.append(f"assertion: {error}")
            return
        if claims["jti"] in self.jti or claims["sub"] != CLIENT_ID or claims["exp"] > time.time() + 300:
            self.faults.append("assertion used twice, of somebody else, or good for too long")
        self.jti.add(claims["jti"])
        if sent["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer":
            self.faults.append("assertion type")

    def _handler(provider: "TestProvider") -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self too
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
                answers: dict[str, Callable[[], dict[str, Any]]] = {
                    "/.well-known/openid-configuration": provider._discovery,
                    "/jwks": lambda: {"keys": provider.listed},
                    "/userinfo": lambda: {"sub": provider.userinfo_subject, "email": "somebody@example.org"},
                }
                if parts.path == "/authorize":
                    self._send(302, b"", {"Location": provider._authorize(asked)})
                else:
                    self._answer(parts.path, answers[parts.path])

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                sent = {name: values[0] for name, values in parse_qs(body).items()}
                self._answer("/token", lambda: provider._token(sent, self.headers.get("Authorization", "")))

            def _answer(self, path: str, make: Callable[[], dict[str, Any]]) -> None:
                provider.asked.append(path)
                if path in provider.redirects:
                    self._send(302, b"", {"Location": provider.redirects[path]})
                    return
                status = provider.status.get(path, 200)
                found = make() if status == 200 else {}
                self._send(400 if "error" in found else status, json.dumps(found).encode(), {})

            def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        return Handler
