"""The peer network: where "Exit this page" leads, the operator's pager, and where complaints go."""

from config import env

# A page that tells nothing about where somebody comes from. It is opened by people alone, never by the site.
PEERS_WAY_OUT = env.text("PEERS_WAY_OUT", "https://www.bbc.co.uk/weather")


def _pager_url() -> str:
    """The operator's pager; only an address of the web is taken."""
    url = env.text("PEERS_PAGER_URL", "")
    if url and not url.startswith(("https://", "http://")):
        raise env.MissingSetting("PEERS_PAGER_URL should be an address that begins with https:// or http://.")
    return url


# Told in fixed words when people are called about something urgent or late; empty: e-mail and the page alone.
PEERS_PAGER_URL = _pager_url()

# Of somebody who isn't a moderator, shown on the page about complaining; empty: the page leads to the privacy page.
PEERS_COMPLAINTS_EMAIL = env.text("PEERS_COMPLAINTS_EMAIL", "")
