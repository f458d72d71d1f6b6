"""Newcomers and a space for journeys through the peer network: for each way of using a page, and one who stays."""


def make() -> dict[str, str]:
    """The people sign in with the demo's password; no page of their own is named."""
    from allauth.account.models import EmailAddress

    from accounts.models import User
    from embedded import demo_people
    from peer_network.models import Space
    from tenants.memberships import grant

    newcomers = dict.fromkeys(("newcomer-mouse", "newcomer-keyboard", "newcomer-page"), "budget-holder")
    # Another test gives the second moderator of the demo two steps to sign in.
    for name, role in {**newcomers, "moderator-third": "moderator"}.items():
        email = f"{name}@demo.example"
        user = User.objects.create_user(email, demo_people.password(), name="Nell New")
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        grant(user=user, role=role, by=None)
    Space.objects.create(slug="journey-room", kind="network", title="Journey room", about="For whoever is on the way.")
    return {}
