"""What was launched and where its money is, by payer, unit, provider and day: sums, never lines."""

from honorarios.services.dashboard.answers import Amounts, Dashboard, DashboardFilter, DashboardRow
from honorarios.services.dashboard.show import show

__all__ = ["Amounts", "Dashboard", "DashboardFilter", "DashboardRow", "show"]
