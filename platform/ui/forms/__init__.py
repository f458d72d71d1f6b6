"""Django forms that draw themselves through NHS England's macros."""

from ui.forms.dates import DateInput3, SplitDateField
from ui.forms.errors import error_lines, errors_of
from ui.forms.presenter import FieldShown, present
from ui.forms.renderer import NHSFormRenderer

__all__ = ["DateInput3", "FieldShown", "NHSFormRenderer", "SplitDateField", "error_lines", "errors_of", "present"]
