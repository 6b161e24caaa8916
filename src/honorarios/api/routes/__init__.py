"""The routes, a file a noun; each has a ``door`` that :mod:`honorarios.api.v1` opens."""
