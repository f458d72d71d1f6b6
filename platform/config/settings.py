"""Settings, from the environment (`docs/operations/settings.md` lists each variable)."""

import datetime
import os

import environ
from django.core.exceptions import ImproperlyConfigured

from config import connections_from_home, csp_policy, env, logs

PROJECT_ROOT = env.PROJECT_ROOT
IPC_HOME = env.ipc_home()

# -- What kind of run this is ---------------------------------------------------------------------------------------

IPC_DEMO = env.flag("IPC_DEMO")
IPC_TESTING = env.flag("IPC_TESTING")
DEBUG = env.flag("DEBUG")
_today = env.text("IPC_TODAY", "2015-07-15" if IPC_DEMO else "")
IPC_TODAY = datetime.date.fromisoformat(_today) if _today else None
# The web address people use; links in e-mail and feeds start with it.
SITE_URL = env.text("SITE_URL", "http://localhost:8000")
SERVED_OVER_HTTPS = SITE_URL.startswith("https://")

SECRET_KEY = connections_from_home.secret_key()
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", SITE_URL if SERVED_OVER_HTTPS else "")

# -- Applications ---------------------------------------------------------------------------------------------------

# Django's apps are shared as a whole: one set of accounts, content types and sessions for the whole network.
SHARED_APPS = [
    "django_tenants",
    "ui.apps.UIConfig",
    "accounts.apps.AccountsConfig",
    "audit.apps.AuditConfig",
    "disclosure.apps.DisclosureConfig",
    "jobs.apps.JobsConfig",
    "api.apps.APIConfig",
    "tenants.apps.TenantsConfig",
    "tenants.returns.apps.ReturnsConfig",
    "tenants.programme.apps.ProgrammeConfig",
    "timebank.apps.TimebankConfig",
    "peer_network.apps.PeerNetworkConfig",
    "market.apps.MarketConfig",
    "knowledge.apps.KnowledgeConfig",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtailnhsukfrontend",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "django_celery_beat",
    "pgtrigger",
    "pghistory",
    "rules",
    "config.apps.ConfigConfig",  # last: it joins what the others registered
]
TENANT_APPS = [
    "tenants.rollout.apps.RolloutConfig",
    "finance_models.apps.FinanceModelsConfig",
]
INSTALLED_APPS = [*SHARED_APPS[:-1], *TENANT_APPS, SHARED_APPS[-1]]

# -- Areas (tenants) ------------------------------------------------------------------------------------------------

TENANT_MODEL = "tenants.Area"
TENANT_DOMAIN_MODEL = "tenants.Domain"
# A new area is a copy of the base schema: 0.9 s instead of 15 s. The first setting is ignored without the second.
TENANT_BASE_SCHEMA = "area_template"
TENANT_CREATION_FAKES_MIGRATIONS = True
TENANT_LIMIT_SET_CALLS = True
GET_EXECUTOR_FUNCTION = "tenants.migrations_executor.get_executor"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]

# -- Databases and caches -------------------------------------------------------------------------------------------

_services = connections_from_home.services()
DATABASES = {
    "default": {
        **environ.Env.db_url_config(_services.database_url),
        "ENGINE": "django_tenants.postgresql_backend",
        "CONN_MAX_AGE": env.whole_number("CONN_MAX_AGE", 60),
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_cache = {
    "BACKEND": "django_redis.cache.RedisCache",
    "LOCATION": _services.cache_url,
    "KEY_PREFIX": "ipc",
    # A page can be read without Redis; what was ignored is logged.
    "OPTIONS": {"IGNORE_EXCEPTIONS": True},
}
CACHES = {
    "default": {**_cache, "KEY_FUNCTION": "config.caching.area_key"},
    "shared": {**_cache, "KEY_FUNCTION": "config.caching.shared_key"},
}
DJANGO_REDIS_LOG_IGNORED_EXCEPTIONS = True

# -- Requests -------------------------------------------------------------------------------------------------------

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
MIDDLEWARE = [
    "config.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.EditorsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tenants.middleware.AreaMiddleware",
    "accounts.middleware.RightsMiddleware",
    # After rights, so that somebody signed out is sent to sign in and not told of a token.
    "django.middleware.csrf.CsrfViewMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
_context_processors = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "ui.context.page",
]
TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "ui.environment.environment",
            "context_processors": _context_processors,
            "extensions": [
                "wagtail.jinja2tags.core",
                "wagtail.admin.jinja2tags.userbar",
                "wagtail.images.jinja2tags.images",
            ],
        },
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _context_processors},
    },
]
FORM_RENDERER = "ui.forms.NHSFormRenderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
APPEND_SLASH = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # bytes; files are streamed to disk and have limits of their own
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes

# -- Language and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# -- Files ----------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = IPC_HOME / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = IPC_HOME / "media"
PRIVATE_ROOT = IPC_HOME / "private"  # person-level data and uploads, 0700, one folder an area
MAIL_ROOT = IPC_HOME / "mail"
STATICFILES_FINDERS = [
    "ui.staticfiles.SelfContainedFinder",  # the design system without its addresses on other sites
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if IPC_TESTING:  # tests collect nothing: files are served from where they lie
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

# -- Sign-in --------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.backends.ActiveModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/home/"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Many people share one address of the NHS network, so what counts most is the account that is tried.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "60/m/ip,5/5m/key"}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SERVED_OVER_HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = env.whole_number("TRUSTED_PROXY_COUNT", 0)
SOCIALACCOUNT_ADAPTER = "accounts.adapter.SocialAccountAdapter"
USERSESSIONS_TRACK_ACTIVITY = False  # a write for every click; the list says when each session began
MFA_ADAPTER = "accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SERVED_OVER_HTTPS
# Multi-factor is asked of every staff and area role; only the demo's people may sign in by password alone.
MFA_REQUIRED_FOR_STAFF_ROLES = not IPC_DEMO
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

_host_prefix = "__Host-" if SERVED_OVER_HTTPS else ""
SESSION_COOKIE_NAME = f"{_host_prefix}ipc_session"
CSRF_COOKIE_NAME = f"{_host_prefix}ipc_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SERVED_OVER_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: 12 hours in all
SESSION_IDLE_SECONDS = 30 * 60  # for staff roles
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# -- Security -------------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = SERVED_OVER_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside, by the orchestrator
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SERVED_OVER_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SERVED_OVER_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows previews in a frame of its own site
if env.whole_number("TRUSTED_PROXY_COUNT", 0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = csp_policy.STRICT
CSRF_FAILURE_VIEW = "ui.errors.csrf_failure"

# -- E-mail ---------------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "IPC network <no-reply@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
if os.environ.get("EMAIL_URL"):
    _email = environ.Env.email_url_config(os.environ["EMAIL_URL"])
    EMAIL_BACKEND = _email["EMAIL_BACKEND"]
    EMAIL_HOST, EMAIL_PORT = _email["EMAIL_HOST"], _email["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_USER"], _email["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
    EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
elif IPC_DEMO or IPC_TESTING or not os.environ.get("DATABASE_URL"):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_ROOT
else:
    raise ImproperlyConfigured(
        "EMAIL_URL is not set. Sign-in and reminders need to send e-mail; "
        "for example EMAIL_URL=smtp+tls://user:password@mail.example:587"
    )

# -- Work outside the request ---------------------------------------------------------------------------------------

CELERY_BROKER_URL = _services.broker_url
CELERY_TASK_IGNORE_RESULT = True
# A task that dies with its worker is delivered again; tasks are idempotent.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 6 * 60 * 60,  # seconds: longer than the longest job
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.2}
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_DEFAULT_QUEUE = "ipc"

# -- Wagtail --------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Integrated Personal Commissioning network"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False  # no request leaves the site
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# No HTML and no SVG: such a file could carry a script.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILIMAGES_IMAGE_MODEL = "knowledge.Picture"  # takes out what the camera wrote into the file
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # about 150 MB while a size of it is made; all frames counted
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]

# -- History and triggers -------------------------------------------------------------------------------------------

PGHISTORY_ADMIN_ALL_EVENTS = False

LOGGING = logs.configuration(human=DEBUG)
LOGGING_CONFIG = "config.logs.configure"

# X_FRAME_OPTIONS is SAMEORIGIN and not DENY: Wagtail shows previews in a frame of its own site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
