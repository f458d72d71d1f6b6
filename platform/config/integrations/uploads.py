"""Files from outside: who looks for viruses in them."""

from config import env

# tcp://host:3310 or unix:///run/clamav/clamd.sock; where it is set and doesn't answer, uploads are refused.
CLAMD_URL = env.text("CLAMD_URL", "")
