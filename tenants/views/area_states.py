"""Closing an area's workspace for a while, and opening it again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from tenants import area_lifecycle
from tenants.models import Area, Membership

ACTIONS = {"suspend": Area.Status.ACTIVE, "resume": Area.Status.SUSPENDED}


@requires(Permission.AREA_CREATE)
@methods("GET", "POST")
def area_state(request: HttpRequest, slug: str) -> HttpResponse:
    """What suspending or resuming the area means, and the button that does it."""
    area = Area.objects.in_use().filter(slug=slug).first()
    if area is None:
        raise Http404("No such area.")
    wanted = request.POST.get("action", "")
    if request.method == "POST" and ACTIONS.get(wanted) == area.status:
        change = area_lifecycle.suspend_area if wanted == "suspend" else area_lifecycle.resume_area
        change(slug, by=request.user)
        messages.success(request, f"{area.name} is {'suspended' if wanted == 'suspend' else 'open again'}.")
        return redirect("network:start")
    people = Membership.objects.live().filter(area=area).values("user").distinct().count()
    context = {"area": area, "people": people}
    return render(request, "tenants/area_state.html", context, status=422 if request.method == "POST" else 200)
