"""What the tests do at less cost than an office must pay."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """The hash of an office, made to be quick where it should be slow: a test keeps no secret."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
