"""`<ending:ending>` in an address: csv, xlsx or pdf. Imported when the applications load."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class Ending(StringConverter):
    """The kinds of file that `files.writing` makes."""

    regex = "csv|xlsx|pdf"


register_converter(Ending, "ending")
