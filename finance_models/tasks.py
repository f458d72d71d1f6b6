"""What the schedule asks for."""

from celery import shared_task
from django.db import connection

from finance_models.loading import folders
from tenants.data_part.areas import areas


@shared_task(region_wide=True)
def forget_orphans() -> int:
    """In each area, delete what a load left behind whose worker died; not while a load of the area is under way."""
    forgotten = 0
    for area in areas():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [folders.LOAD_LOCK, area.pk])
            if cursor.fetchone()[0]:
                forgotten += folders.forget_orphans(area)
    return forgotten
