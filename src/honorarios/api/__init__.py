"""The HTTP door (``/api/v1``): translate a request, call a service, show its answer; no rule lives here.

- :mod:`~honorarios.api.v1` puts the API together; ``routes/`` has a file a noun.
- A route is a function that takes a :class:`~honorarios.api.call.Call` and answers a service's
  :class:`~honorarios.services.outcomes.Result`; :class:`~honorarios.api.door.Door` does the rest alike
  for all: headers, status, the envelope ``{"value": …, "findings": […]}``, and the OpenAPI document.
- Money is whole centavos. Clinical hours are wall time of the place, without a zone; what the system
  itself did is in UTC. Closed lists go by their code names, registers by their codes.
"""
