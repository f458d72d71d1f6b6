"""Files in and out: the upload guard, reading tables, writing CSV, workbooks and PDF."""

from django.apps import AppConfig
from django.conf import settings


class FilesConfig(AppConfig):
    """Registers the virus scanner that the settings name, and the check that says when there is none."""

    name = "files"
    label = "files"
    verbose_name = "Files"

    def ready(self) -> None:
        from audit import registry
        from files import checks, clamav, endings, scanner  # noqa: F401 - register themselves

        registry.register("export.download", "Downloaded a file", registry.Kind.EXPORT)
        if settings.CLAMD_URL:
            scanner.register("ClamAV", clamav.ClamAV(settings.CLAMD_URL))
