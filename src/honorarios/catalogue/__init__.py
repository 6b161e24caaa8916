"""What was agreed, as data: fee schedules, coefficient sets, billing standards, contracts."""
