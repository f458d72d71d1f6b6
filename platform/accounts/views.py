"""My details, invitations, and an operator's timed session."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from accounts import invitations, policy, presenters, staff_sessions
from accounts.access import methods, public, requires, signed_in
from accounts.errors import AccountError
from accounts.forms import LinkedNewcomerForm, NameForm, NewcomerForm, StaffSessionForm
from accounts.models import Invitation, User
from accounts.openid import newcomers
from accounts.permissions import Permission
from accounts.rate_limits import limited


@methods("GET", "POST")
@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """A person's own name, e-mail address, roles, and the way to passwords, two-step sign-in and sessions."""
    # A copy of the row, so that a name refused by the form isn't shown as the person's own.
    form = NameForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your name is changed.")
        return redirect("accounts:me")
    return render(
        request, "accounts/me.html", {"form": form, "role_rows": presenters.role_rows(request.access.memberships)}
    )


@requires(Permission.CMS_EDIT)
def editors_account(request: HttpRequest) -> HttpResponse:
    """In place of Wagtail's own account page, which changes names and passwords its own way."""
    return redirect("accounts:me")


@methods("GET", "POST")
@public
@limited("invitation", methods=("POST",))
@sensitive_post_parameters("password", "again")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link of an invitation: sign in and take the role, or make an account with it."""
    found = invitations.find_open(token)
    if found is None:
        return render(request, "accounts/invitation_over.html", status=410)
    if request.user.is_authenticated:
        return _invitation_signed_in(request, found)
    if User.objects.filter(email=found.email).exists():
        if request.method == "POST":
            return redirect_to_login(request.path, settings.LOGIN_URL)
        return render(request, "accounts/invitation_sign_in.html", _invitation_context(found, next=request.path))
    newcomers.hold(request, token)
    linked = newcomers.pending(request, token)
    return _invitation_linked(request, found, linked) if linked else _invitation_newcomer(request, found)


def _invitation_signed_in(request: HttpRequest, found: Invitation) -> HttpResponse:
    if request.user.email.lower() != found.email:
        return render(request, "accounts/invitation_other.html", _invitation_context(found), status=403)
    if request.method == "POST":
        try:
            invitations.accept(invitation=found, by=request.user)
        except AccountError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"You are now {found.role_name} of {found.where}.")
        return redirect("ui:home")
    return render(request, "accounts/invitation_accept.html", _invitation_context(found))


def _invitation_newcomer(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = NewcomerForm(request.POST or None, email=found.email)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.accept_as_newcomer(
                invitation=found, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
            )
        except AccountError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Your account is ready. Sign in with your e-mail address and password.")
        return redirect(settings.LOGIN_URL)
    context = _invitation_context(found, form=form, providers=newcomers.choices(request))
    return render(request, "accounts/invitation_newcomer.html", context)


def _invitation_linked(request: HttpRequest, found: Invitation, linked: dict[str, str]) -> HttpResponse:
    """Somebody back from a provider: they say their name, and sign in there from now on."""
    form = LinkedNewcomerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            newcomers.accept(
                invitation=found, name=form.cleaned_data["name"], provider=linked["provider"], uid=linked["uid"]
            )
        except AccountError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"Your account is ready. Sign in with {linked['name']}.")
        return redirect(settings.LOGIN_URL)
    context = _invitation_context(found, form=form, provider=linked["name"])
    return render(request, "accounts/invitation_linked.html", context)


def _invitation_context(found: Invitation, **more: object) -> dict[str, object]:
    return {"invitation": found, "role": policy.ROLES[found.role], **more}


@methods("GET", "POST")
@requires(Permission.STAFF_SESSION_START)
def staff_session(request: HttpRequest) -> HttpResponse:
    """Begin a timed session, with a reason; the admin and the gallery ask for one."""
    form = StaffSessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        staff_sessions.start(by=request.user, reason=form.cleaned_data["reason"])
        return redirect(_safe_next(request))
    context = {
        "form": form,
        "running": staff_sessions.current(request.user),
        "earlier": presenters.staff_session_rows(staff_sessions.earlier(request.user)),
    }
    return render(request, "accounts/staff_session.html", context)


@methods("POST")
@requires(Permission.STAFF_SESSION_START)
def staff_session_end(request: HttpRequest) -> HttpResponse:
    """End one's timed session."""
    staff_sessions.end(by=request.user)
    messages.success(request, "Your staff session has ended.")
    return redirect("accounts:staff-session")


def _safe_next(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return wanted
    return reverse("accounts:staff-session")
