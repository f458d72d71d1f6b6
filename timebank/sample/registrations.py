"""The demo's made-up activity. Sessions come between offers and the matching, which looks at what areas have had."""

from embedded import demo_data


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    demo_data.register("Sample offers and requests of the time bank", make_exchange, order=17)
    demo_data.register("A sample run of the time bank's matching", make_matching, order=19)
    demo_data.register("A sample mentor of the time bank", make_mentor, order=55)


def make_exchange() -> None:
    """Rule, pledges, offers, requests; models can't be imported while the applications are loading."""
    from timebank.sample import exchange

    exchange.make()


def make_matching() -> None:
    """One run with its answers."""
    from timebank.sample import matching

    matching.make()


def make_mentor() -> None:
    """Somebody who offers themselves."""
    from timebank.sample import matching

    matching.offer_oneself()
