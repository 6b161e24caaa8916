"""What templates show: words for codes, money and days, and the view models of screens."""
