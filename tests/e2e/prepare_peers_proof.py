"""Newcomers and a space for journeys through the peer network: for each way of using a page, and one who stays."""


def make() -> dict[str, str]:
    """The people sign in with the demo's password; no page of their own is named."""
    from allauth.account.models import EmailAddress

    from accounts.models import User
    from embedded import demo_people
    from peer_network.models import Space
    from tenants.memberships import grant

    for name in ("newcomer-mouse", "newcomer-keyboard", "newcomer-page"):
        email = f"{name}@demo.example"
        user = User.objects.create_user(email, demo_people.password(), name="Nell New")
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        grant(user=user, role="budget-holder", by=None)
    Space.objects.create(slug="journey-room", kind="network", title="Journey room", about="For whoever is on the way.")
    return {}
