"""One clock for the field's dates.

The demo's programme stands in 2015, so "is this milestone late?" is asked of this clock. Sessions, tokens,
audit rows and ledger stamps use the real clock (`django.utils.timezone`).
"""

import datetime

from django.conf import settings
from django.utils import timezone


def today() -> datetime.date:
    """The date on which the field stands: `IPC_TODAY` where it is set, else the real date in London."""
    return settings.IPC_TODAY or timezone.localdate()


def is_moved() -> bool:
    """True where the field's date is set by hand, so that pages can say so in a banner."""
    return settings.IPC_TODAY is not None
