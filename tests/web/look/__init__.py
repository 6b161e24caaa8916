"""The look of the screens: colours, weight, components, and what stands around a page."""
