"""Other ways of pricing the same lines by the core rules, each as fast as it could be made."""
