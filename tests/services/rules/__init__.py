"""Every rule of ``spec: launching``, by its number, driven through the services on both databases."""
