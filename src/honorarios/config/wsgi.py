"""The door of a WSGI server: ``honorarios.config.wsgi:application``."""

from __future__ import annotations

from django.core.wsgi import get_wsgi_application

from honorarios.config import setup
from honorarios.web.assets import gather

setup()
gather()
application = get_wsgi_application()
