"""Wagtail's own exports (reports, redirects, snippets, forms): no cell starts a formula, and each is in the audit.

All of them are written by `SpreadsheetExportMixin`, and none of Wagtail's views overrides the three methods that are
wrapped here; a middleware would have to take finished workbooks apart. `tests/trust/test_exports.py` looks at real
exports, so that a release of Wagtail that goes another way is noticed.
"""

from functools import wraps
from typing import Any

from django.db import transaction

WRAPPED = "ipc_guarded"


def guard() -> None:
    """Wrap the mixin's methods, once."""
    from wagtail.admin.views.mixins import SpreadsheetExportMixin

    if not getattr(SpreadsheetExportMixin, WRAPPED, False):
        setattr(SpreadsheetExportMixin, WRAPPED, True)
        for name in ("preprocess_field_value", "get_heading"):
            setattr(SpreadsheetExportMixin, name, _guarded(getattr(SpreadsheetExportMixin, name)))
        SpreadsheetExportMixin.as_spreadsheet = _recorded(SpreadsheetExportMixin.as_spreadsheet)


def _guarded(method: Any) -> Any:
    @wraps(method)
    def with_guard(self: Any, *args: Any, **kwargs: Any) -> Any:
        from files.formulas import guarded

        value = method(self, *args, **kwargs)
        return guarded(value) if isinstance(value, str) else value

    return with_guard


def _recorded(method: Any) -> Any:
    @wraps(method)
    def with_record(self: Any, queryset: Any, spreadsheet_format: str) -> Any:
        import audit

        answer = method(self, queryset, spreadsheet_format)
        if answer is not None:
            detail = {"file": f"{self.get_filename()}.{spreadsheet_format}", "page": self.request.path}
            with transaction.atomic():
                audit.record(action="export.download", by=self.request.user, detail=detail)
        return answer

    return with_record
