"""The desk as a Django application."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and signals of the desk; it has no table of its own."""

    name = "honorarios.web"
    label = "web"
    verbose_name = "Mesa de trabalho"

    def ready(self) -> None:
        """Listen to the entrance."""
        import_module("honorarios.web.signals")
