"""The application's date, which some tables still state in code."""

import datetime

from files.tables import Table, numeric

__all__ = ["APPLICATION_SENT", "Table", "numeric"]

# The South West's application, from which the starting figures come.
APPLICATION_SENT = datetime.date(2014, 11, 7)
