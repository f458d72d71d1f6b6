"""The day of the demonstration, on which all of these tests stand."""

import datetime

import pytest


@pytest.fixture(autouse=True)
def in_july_2015(settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
