"""The door of a WSGI server: ``honorarios.config.wsgi:application``."""

from __future__ import annotations

from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created
from django.urls import get_resolver

from honorarios.config import databases, setup
from honorarios.config.proxy import told_by_proxy
from honorarios.web.assets import gather

setup()
gather()
connection_created.connect(databases.remember_file)
request_started.connect(databases.leave_replaced_file)
# What answers is loaded before anybody asks.
get_resolver().url_patterns  # noqa: B018 - reading it loads it
application = told_by_proxy(get_wsgi_application())
