"""The addresses that the server answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from honorarios.api.v1 import api

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
]
handler400 = "honorarios.api.errors.bad_request"
handler404 = "honorarios.api.errors.unknown_address"
handler500 = "honorarios.api.errors.failure"
