"""The sample's file, and the organisations of its providers."""

import datetime
import functools
import tomllib
from pathlib import Path
from typing import Any

from accounts.models import User
from config.today import today
from tenants.models import Organisation

FOLDER = Path(__file__).parent


@functools.cache
def read(name: str) -> dict[str, Any]:
    """A file of the sample: `read("providers")`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def day(days_ago: int) -> datetime.date:
    """So many days before the demo's today."""
    return today() - datetime.timedelta(days=days_ago)


def slug_of(key: str) -> str:
    """The slug of the organisation of a provider of the sample."""
    return f"sample-{key}"


def name_of(facts: dict[str, Any]) -> str:
    """The organisation's name, by which nobody takes it for a real one."""
    return f"Sample: {facts['name']}"


def account(sign_in: str, name: str) -> User:
    """The demo's person of this name, or somebody invented whose account has no password."""
    email = f"{sign_in}@demo.example"
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(email, None, name=f"{name} (sample)")


def make_organisations() -> None:
    """Add the sample's organisations that aren't there yet; before the demo's people, one of whom belongs to one."""
    for facts in read("providers")["providers"]:
        Organisation.objects.get_or_create(
            slug=slug_of(facts["key"]), defaults={"name": name_of(facts), "kind": Organisation.Kind.PROVIDER}
        )
