"""The demo's made-up members and conversations, after the demo's people."""

from embedded import demo_data


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    demo_data.register("Sample conversations of the peer network", make_conversations, order=52)


def make_conversations() -> None:
    """Members, spaces, topics; models can't be imported while the applications are loading."""
    from peer_network.sample import cases, conversations, gatherings, one_to_one, people, shared, support, themes

    people.make()
    support.make()
    conversations.make()
    gatherings.make()
    one_to_one.make()
    shared.make()
    themes.make()
    cases.make()
