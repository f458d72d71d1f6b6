"""The text that a first set of assumptions begins with."""

import datetime

from finance_models.calc.assumptions import example

TEXT = example.text(
    start=datetime.date(2013, 4, 1), end=datetime.date(2014, 4, 1), index={"2012/13": "98.1", "2013/14": "100"}
)
