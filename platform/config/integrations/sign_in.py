"""Sign-in: allauth, second steps, passkeys, passwords."""

from config import env
from config.basics import IPC_DEMO, IPC_TESTING, SERVED_OVER_HTTPS
from config.integrations import providers

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
ACCOUNT_FORMS = {
    "login": "accounts.allauth_forms.LoginForm",
    "reset_password": "accounts.allauth_forms.ResetPasswordForm",
    "add_email": "accounts.allauth_forms.AddEmailForm",
}
MFA_FORMS = {"add_webauthn": "accounts.allauth_forms.AddPasskeyForm"}
SOCIALACCOUNT_FORMS = {"disconnect": "accounts.allauth_forms.UnlinkForm"}
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
# Providers come from OIDC_PROVIDERS alone; our class believes no token that it has not checked.
OIDC_PROVIDERS, OIDC_FAULTS = providers.read(env.text("OIDC_PROVIDERS", ""), plain_http=IPC_TESTING)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"provider_class": "accounts.openid.provider.OpenIDProvider"}}
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an e-mail address never links an account; the provider's subject does
SOCIALACCOUNT_STORE_TOKENS = False
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
if IPC_TESTING:  # made-up people, in a database that is gone within minutes: the real one takes 0.2 s a password
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
