"""The peer network: where "Exit this page" leads."""

from config import env

# A page that tells nothing about where somebody comes from. It is opened by people alone, never by the site.
PEERS_WAY_OUT = env.text("PEERS_WAY_OUT", "https://www.bbc.co.uk/weather")
