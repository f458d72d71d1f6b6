"""The demo's invented providers, before the demo's people; what they offer and what people ask, after them."""

from embedded import demo_data


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    demo_data.register("Sample organisations that provide support", make_organisations, order=14)


def make_organisations() -> None:
    """Models can't be imported while the applications are loading."""
    from market.sample import reading

    reading.make_organisations()
