"""The demo's made-up activity. Sessions come between offers and the matching, which looks at what areas have had."""

from embedded import demo_data


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    demo_data.register("Sample offers and requests of the time bank", make_exchange, order=17)
    demo_data.register("Sample sessions of the time bank", make_sessions, order=18)
    demo_data.register("A sample run of the time bank's matching", make_matching, order=19)
    demo_data.register("A sample mentor of the time bank", make_mentor, order=55)
    demo_data.register("A sample session with a mentor", make_mentored, order=56)


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


def make_sessions() -> None:
    """Sessions in every state, between areas."""
    from timebank.sample import sessions

    sessions.make()


def make_mentored() -> None:
    """A session that one of the demo's people gave."""
    from timebank.sample import sessions

    sessions.make_mentored()
