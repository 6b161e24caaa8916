"""Members: who comes into the office, as what, and how far they reach."""

from honorarios.services.members.access import MemberAnswer, add, change, listed, read, remove
from honorarios.services.members.views import MemberView, NewMember

__all__ = ["MemberAnswer", "MemberView", "NewMember", "add", "change", "listed", "read", "remove"]
