"""Packages (gabaritos) in use on an account: opened, closed, and read (``spec: launching 3.4``)."""

from honorarios.services.packages.account import PackageView, close_package, listed, open_package

__all__ = ["PackageView", "close_package", "listed", "open_package"]
