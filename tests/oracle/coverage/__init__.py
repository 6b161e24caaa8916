"""What was drawn: every value of every parameter, column and status, with how often."""
