"""Facts that every room shares: money, validity, calendar, findings, vocabulary."""
