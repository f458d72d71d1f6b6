"""Reading jobs, for the people who may."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from jobs import registry
from jobs.errors import UnknownKind
from jobs.models import Job


def job_for(access: Any, public_id: uuid.UUID) -> Job:
    """The job, for somebody who may see it; raises Http404 for a missing one and for somebody else's alike."""
    job = Job.objects.select_related("area", "owner").filter(public_id=public_id).first()
    if job is None or not may_see(access, job):
        raise Http404("No such job.")
    return job


def may_see(access: Any, job: Job) -> bool:
    """Whether a person may follow and stop a job.

    With a permission: whoever has it now, in the job's area, or in the whole network for the network's jobs. That
    holds for the person who started it too: one who has left an area sees nothing more of it. Without a permission:
    the person who started it, while still a member of its area.
    """
    try:
        permission = registry.get(job.kind).permission
    except UnknownKind:
        permission = None
    if permission is None:
        is_own = job.owner_id == access.user.pk
        return is_own and (job.area is None or access.is_member_of(job.area))
    if job.area is None:
        return bool(access.can_everywhere(permission))
    return bool(job.area.is_active and access.can(permission, area=job.area))


def jobs_of(access: Any) -> QuerySet[Job]:
    """The jobs that a person started and may still see, newest first."""
    own = Job.objects.select_related("area").filter(owner=access.user.pk)
    hidden = [job.pk for job in own.only("pk", "kind", "area", "owner") if not may_see(access, job)]
    return own.exclude(pk__in=hidden)
