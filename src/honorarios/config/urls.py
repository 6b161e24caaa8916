"""The addresses that the server answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import include, path

from honorarios.api.v1 import api

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("", include("honorarios.web.urls")),
]
handler400 = "honorarios.config.errors.bad_request"
handler403 = "honorarios.web.errors.forbidden"
handler404 = "honorarios.config.errors.unknown_address"
handler429 = "honorarios.web.errors.too_many"
handler500 = "honorarios.config.errors.failure"
