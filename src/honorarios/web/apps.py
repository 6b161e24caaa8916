"""The desk as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and signals of the desk; it has no table of its own."""

    name = "honorarios.web"
    label = "web"
    verbose_name = "Mesa de trabalho"
