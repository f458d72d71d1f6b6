"""What the schedule asks for."""

from celery import shared_task
from django.conf import settings
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


@shared_task
def make_sample_data() -> None:
    """In the demo, the made-up data of an area's finance models; anywhere else nothing."""
    if settings.IPC_DEMO:
        from finance_models.sample import activity

        activity.make_in(connection.tenant)


@shared_task
def make_sample_release() -> None:
    """In the demo, the sample release of an area that has one; anywhere else nothing."""
    if settings.IPC_DEMO:
        from finance_models.sample import releases

        releases.make(connection.tenant)


@shared_task(region_wide=True)
def make_region_figures() -> int | None:
    """The region's figures from what areas have released; the number of those made, None where nothing changed."""
    from finance_models.region import making

    made = making.make()
    return made.number if made else None
