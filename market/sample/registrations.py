"""The demo's invented providers, before the demo's people; what they offer and what people ask, after them."""

from embedded import demo_data


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    demo_data.register("Sample organisations that provide support", make_organisations, order=14)
    demo_data.register("Sample providers and offers of the marketplace", make_providers, order=57)
    demo_data.register("Sample needs that nothing was found for", make_needs, order=58)
    demo_data.register("Sample questions to providers, and people who club together", make_asking, order=59)
    # After the areas' signed returns, which its tables show.
    demo_data.register("Sample market position statements", make_statements, order=61)


def make_organisations() -> None:
    """Models can't be imported while the applications are loading."""
    from market.sample import reading

    reading.make_organisations()


def make_providers() -> None:
    """Providers, checks, offers."""
    from market.sample import providers

    providers.make()


def make_needs() -> None:
    """What people could not find."""
    from market.sample import needs

    needs.make()


def make_asking() -> None:
    """What people asked providers, said afterwards, and look for together."""
    from market.sample import asking, together

    asking.make()
    together.make()


def make_statements() -> None:
    """What areas say of their markets."""
    from market.sample import statements

    statements.make()
