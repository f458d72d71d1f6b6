"""Files in and out: the upload guard, reading tables, writing CSV, workbooks and PDF."""

from django.apps import AppConfig
from django.conf import settings


class FilesConfig(AppConfig):
    """Guards Wagtail's exports; registers the virus scanner of the settings, and the check that says there is none."""

    name = "files"
    label = "files"
    verbose_name = "Files"

    def ready(self) -> None:
        from audit import registry
        from files import checks, clamav, endings, scanner, wagtail_exports  # noqa: F401 - some register themselves

        registry.register("export.download", "Downloaded a file", registry.Kind.EXPORT)
        wagtail_exports.guard()
        if settings.CLAMD_URL:
            scanner.register("ClamAV", clamav.ClamAV(settings.CLAMD_URL))
