from __future__ import annotations

import pytest
from django.utils import translation

from honorarios.web.present import browsers

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} Chrome/150.0 Safari/537.36", "Chrome, Linux"),
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/150.0 Safari/537.36 Edg/150.0",
            "Edge, Windows",
        ),
        ("Mozilla/5.0 (X11; Ubuntu; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox"),
        (
            f"Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) {WEBKIT} Version/19.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("", "Outro programa"),
        ("curl/8.5.0", "Outro programa"),
    ],
)
@translation.override("pt-br")
def test_a_browser_is_told_by_its_name(agent: str, said: str) -> None:
    assert browsers.told(agent) == said
