"""Which browser the tests drive, and what is said where there is none."""

from __future__ import annotations

import os
import shutil
from typing import Final, NoReturn

import pytest

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What Chromium is called on a PATH."""

SWITCHED_OFF: Final = (
    # Each window would have two pages of Chromium's own made ready, for what is typed in its address bar.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # As Playwright switches off, whose list this one takes the place of.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
"""Features of Chromium that no page of the product has anything to do with."""

ARGUMENTS: Final = (
    # The tests run as root in many containers, where Chromium's sandbox can't.
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    # It asks nobody for anything: what reaches the network is the product's doing.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
    f"--disable-features={','.join(SWITCHED_OFF)}",
)

MISSING: Final = (
    "no Chromium on the PATH (chromium, chromium-browser, google-chrome): "
    "the browser tests need one; './run test' installs it where it may"
)


def find() -> str | None:
    """The path of Chromium; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def demanded() -> bool:
    """Whether a run without a browser is a failure: continuous integration says so."""
    return bool(os.environ.get("CI") or os.environ.get("HONORARIOS_CI"))


def path() -> str:
    """The path of Chromium, or else the test that asked is skipped, and fails under CI."""
    return find() or _without()


def _without() -> NoReturn:
    if demanded():
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)
