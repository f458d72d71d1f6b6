"""Providers, offers that are shown, and people who buy."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from market import rights_samples as samples
from market.models import Buyer, Offer, Provider
from tenants.models import Organisation

_numbers = itertools.count(1)


@pytest.fixture
def provider(db: None) -> Callable[..., Provider]:
    """Makes a provider that was checked: `provider(name="Tamar Gardeners", areas=["kernow", "plymouth"])`."""

    def make(*, name: str = "", **facts: Any) -> Provider:
        number = next(_numbers)
        organisation = Organisation.objects.create(
            slug=f"test-provider-{number}", name=name or f"Test provider {number}", kind=Organisation.Kind.PROVIDER
        )
        return samples.a_provider(organisation, **facts)

    return make


@pytest.fixture
def offer(provider: Callable[..., Provider]) -> Callable[..., Offer]:
    """Makes an offer that is shown: `offer(title="Night sitting", needs=["care_at_home"], price_pence=1_650)`."""

    def make(*, of: Provider | None = None, **content: Any) -> Offer:
        return samples.an_offer(of or provider(), **content)

    return make


@pytest.fixture
def editor(person: Callable[..., Any]) -> Callable[[Provider], Any]:
    """Makes a person who edits what a provider offers."""
    return lambda provider: person("provider-editor", organisation=provider.organisation)


@pytest.fixture
def buyer(person: Callable[..., Any]) -> Callable[..., Buyer]:
    """Makes somebody who buys: `buyer()`, `buyer("carer", area=kernow)`; the person is `buyer.user`."""

    def make(role: str = "budget-holder", *, area: Any = None) -> Buyer:
        return samples.a_buyer(person(role, area=area))

    return make
