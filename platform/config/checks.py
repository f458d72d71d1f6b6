"""System checks of settings that depend on one another, with what to do about each."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.core.checks.messages import CheckMessage

METRICS_TOKEN_CHARACTERS = 32


@register(Tags.security)
def cookies_match_the_address(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """`__Host-` cookies and HSTS go with HTTPS, and only with it."""
    if settings.SESSION_COOKIE_NAME.startswith("__Host-") == settings.SERVED_OVER_HTTPS:
        return []
    return [
        Error(
            "The cookies' names don't match SITE_URL.",
            hint="Set SITE_URL to the address people use; the cookies follow from it.",
            id="ipc.E001",
        )
    ]


@register(Tags.security, deploy=True)
def production_is_not_the_demo(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """A production site is served over HTTPS, asks for multi-factor, and has none of the demo's shortcuts."""
    problems: list[CheckMessage] = []
    if settings.IPC_DEMO:
        problems.append(
            Error(
                "IPC_DEMO is on.", hint="The demo signs people in by a known password: unset IPC_DEMO.", id="ipc.E002"
            )
        )
    if not settings.SERVED_OVER_HTTPS:
        problems.append(
            Error(
                "SITE_URL doesn't start with https://.",
                hint="Serve the site over HTTPS and set SITE_URL to its address.",
                id="ipc.E003",
            )
        )
    if settings.IPC_TODAY:
        problems.append(
            Warning(
                "IPC_TODAY moves the field's date.",
                hint="Unset IPC_TODAY, so that late returns and milestones are late by the real date.",
                id="ipc.W001",
            )
        )
    if not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        problems.append(
            Warning(
                "TRUSTED_PROXY_COUNT is 0.",
                hint="Behind a reverse proxy set it to 1, or every visitor shares one rate limit.",
                id="ipc.W002",
            )
        )
    return problems


@register(deploy=True)
def complaints_have_an_address(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """The Online Safety Act 2023 asks for an easy way to complain: somebody has to read what people write."""
    if settings.PEERS_COMPLAINTS_EMAIL:
        return []
    return [
        Warning(
            "PEERS_COMPLAINTS_EMAIL isn't set.",
            hint="Name the address of somebody who isn't a moderator: the page about complaining shows it.",
            id="ipc.W003",
        )
    ]


@register(Tags.security)
def no_platform_package(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """`platform/` must never be a package: it would hide Python's own `platform` module."""
    if not (settings.PROJECT_ROOT / "platform" / "__init__.py").exists():
        return []
    return [
        Error(
            "platform/__init__.py exists.",
            hint="Remove it: it hides Python's own platform module and breaks pandas, uuid and Celery.",
            id="ipc.E004",
        )
    ]


@register(Tags.security)
def sign_in_providers_are_sound(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """Each provider of OIDC_PROVIDERS can be used; one that can't is not offered."""
    hint = "Mend it and start the site again; docs/operations/sign-in.md lists what each provider needs."
    return [Error(fault, hint=hint, id="ipc.E020") for fault in settings.OIDC_FAULTS]


@register(Tags.security, deploy=True)
def metrics_are_guarded(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """A token that can be guessed is none; without one nobody watches the site."""
    if not settings.METRICS_TOKEN:
        return [
            Warning(
                "METRICS_TOKEN is not set, so no monitoring can read /metrics.",
                hint="Set it, and give it to your monitoring; docs/operations.md says what to watch.",
                id="ipc.W010",
            )
        ]
    if len(settings.METRICS_TOKEN) < METRICS_TOKEN_CHARACTERS:
        return [
            Error(
                f"METRICS_TOKEN has fewer than {METRICS_TOKEN_CHARACTERS} characters.",
                hint="Make one with: python -c 'import secrets; print(secrets.token_urlsafe(32))'",
                id="ipc.E012",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def mail_goes_out(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """E-mail that is written to files or kept in memory reaches nobody."""
    if settings.MAIL_TRANSPORT.endswith("smtp.EmailBackend"):
        return []
    return [
        Warning(
            "E-mail does not go out: it is written to files.",
            hint="Set EMAIL_URL, such as smtp+tls://user:password@mail.example:587.",
            id="ipc.W011",
        )
    ]
