"""Django's settings; what differs between installations comes from the environment."""

from __future__ import annotations

from typing import Any

from django.utils.functional import lazy

from honorarios.config import environment, logs
from honorarios.config.databases import connection

# Read when it is first needed: naming the settings must not make a file.
SECRET_KEY = lazy(environment.secret_key, str)()
AUDIT_KEY = lazy(environment.audit_key, str)()
DEBUG = environment.flag("HONORARIOS_DEBUG")
ALLOWED_HOSTS = environment.hosts()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "honorarios.records",
]
AUTH_USER_MODEL = "records.User"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "honorarios.config.urls"
WSGI_APPLICATION = "honorarios.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = []

DATABASES = {"default": connection(environment.database_url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

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
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE_SSL_REDIRECT else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
LOGGING = logs.LOGGING
