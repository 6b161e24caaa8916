"""Django's settings; what differs between installations comes from the environment."""

from __future__ import annotations

from datetime import timedelta

from csp.constants import NONE, SELF
from django.utils.functional import lazy

from honorarios.config import environment, logs
from honorarios.config.databases import connection

# Read when it is first needed: naming the settings must not make a file.
SECRET_KEY = lazy(environment.secret_key, str)()
SECRET_KEY_FALLBACKS = environment.earlier_secret_keys()
AUDIT_KEY = lazy(environment.audit_key, str)()
DEBUG = environment.flag("HONORARIOS_DEBUG")
ALLOWED_HOSTS = environment.hosts()

INSTALLED_APPS = [
    # Before the libraries: its templates are theirs in our look.
    "honorarios.web",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "lucide",
    "honorarios.records",
]
AUTH_USER_MODEL = "records.User"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "honorarios.api.errors.told_methods",
    "honorarios.web.assets.Middleware",
    "honorarios.web.middleware.kept_by_nobody",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "honorarios.web.middleware.session_limits",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "honorarios.config.urls"
WSGI_APPLICATION = "honorarios.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "honorarios.web.folding.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "honorarios.web.context.desk",
            ],
            # At hand in every template without {% load %}.
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "honorarios.web.templatetags.door",
            ],
        },
    }
]

DATABASES = {"default": connection(environment.database_url())}
# In the data folder: how often somebody tried is one count for all the processes of a server.
CACHES = {
    "default": {
        "BACKEND": "honorarios.config.cache.SharedCache",
        "LOCATION": environment.home() / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SEARCH_FOLDER = environment.home() / "search"
"""Where the indexes of procedures are kept; they can be made again at any time."""
IMPORT_FOLDER = environment.home() / "imports"

STATIC_URL = "/static/"
STATIC_ROOT = environment.home() / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "honorarios.web.assets.Storage"},
}
STATICFILES_FINDERS = ["honorarios.web.assets.Finder"]
WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

AUTHENTICATION_BACKENDS = [
    # First: it turns away whoever tried too many passwords.
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me.home"
# How long an invitation to choose a password is worth.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_ADAPTER = "honorarios.web.people.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
MFA_ADAPTER = "honorarios.web.people.SecondStepAdapter"
MFA_FORMS = {"authenticate": "honorarios.web.people.SecondStepForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Honorários"
MFA_ALLOW_UNVERIFIED_EMAIL = True
# TISS: blocked after five wrong passwords. Behind a proxy, whose address it is has been read already, by
# `config.proxy`, from the one that is trusted: no header is believed here.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "honorarios.web.people.name_tried"
AXES_LOCKOUT_CALLABLE = "honorarios.web.errors.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_IDLE_SECONDS = environment.idle_minutes() * 60
SESSION_MOST_SECONDS = 12 * 60 * 60
SESSION_COOKIE_AGE = SESSION_MOST_SECONDS
CSRF_FAILURE_VIEW = "honorarios.web.errors.form_expired"
# A cookie may be read on its way; the session can't.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "pt-br"
LANGUAGES = [("pt-br", "Português"), ("en", "English")]
# What the system does is stamped in UTC; clinical hours are wall time and never converted.
USE_TZ = True
TIME_ZONE = "America/Sao_Paulo"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = environment.flag("HONORARIOS_HTTPS")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL_REDIRECT
# Preloading HSTS binds a whole domain for years: its owner's choice, not ours.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# What the one proxy says; `config.proxy` takes it out of anybody else's request.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.proxy() else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # The code that an authenticator app reads is an image within the page.
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
if SECURE_SSL_REDIRECT:
    # The browser takes cookies so named only by HTTPS, for this very host.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
LOGGING = logs.LOGGING
