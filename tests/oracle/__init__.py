"""An independent Decimal oracle: prices a line with nothing of `honorarios.pricing`."""
