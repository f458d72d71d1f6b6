"""What `ipc check` says about uploads."""

from typing import Any

from django.core.checks import Info, Tags, register
from django.core.checks.messages import CheckMessage

from files import scanner


@register(Tags.security, deploy=True)
def uploads_are_scanned(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """A notice, no error: small networks may scan on the way in, at their gateway."""
    if scanner.is_there_one():
        return []
    return [
        Info(
            "No virus scanner looks at uploads.",
            hint="Set CLAMD_URL to ClamAV's address, such as tcp://clamav:3310 (docs/operations/uploads.md).",
            id="ipc.I001",
        )
    ]
