"""What every answer of the desk says to the browser (``spec: quality 2.1``)."""

from __future__ import annotations

import re
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from django.conf import settings
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.views.csrf import csrf_failure

import honorarios.web
from honorarios.services.actor import ActorRole
from honorarios.web import errors, refused
from honorarios.web.row import Access
from honorarios.web.table import TABLE
from tests.services.cast import make_cast
from tests.web.examples import asked
from tests.web.scene import Things
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from django.http.response import HttpResponseBase

pytestmark = pytest.mark.once

POLICY: Final = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
TEMPLATES: Final = Path(honorarios.web.__file__).parent / "templates"
SCRIPTS: Final = Path(honorarios.web.__file__).parent / "static"


def faults(answer: HttpResponseBase) -> Iterator[str]:
    """What is missing in the headers of an answer, or shouldn't be there."""
    given = answer.headers
    policy = dict(
        part.strip().split(" ", 1) for part in given.get("Content-Security-Policy", "").split(";")
    )
    if policy != POLICY:
        yield f"Content-Security-Policy {policy}"
    expected = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }
    yield from (
        f"{name} {given.get(name)}" for name in expected if given.get(name) != expected[name]
    )
    if "no-store" not in given.get("Cache-Control", ""):
        yield f"Cache-Control {given.get('Cache-Control')}"
    yield from (name for name in ("Server", "X-Powered-By") if name in given)


def test_every_address_sends_every_header(db: None) -> None:  # noqa: ARG001 - the fixture opens the database
    cast = make_cast()
    browsers = {
        "nobody": Client(raise_request_exception=False),
        "clerk": signed_in(cast.by_role[ActorRole.CLERK]),
        "administrator": signed_in(cast.by_role[ActorRole.ADMINISTRATOR]),
    }
    found = [
        f"{who} {one.path(Things())} {answer.status_code}: {fault}"
        for row in TABLE
        if "GET" in row.methods
        for one in list(asked(row))[:1]
        for who, client in browsers.items()
        for answer in [client.get(one.path(Things()))]
        for fault in faults(answer)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", ["/nada/", "/entrar/nada", "/.env", "/static/nada.js", "/%00"])
def test_addresses_that_are_not_there_are_calm_pages_with_every_header(
    address: str,
    db: None,  # noqa: ARG001 - as above
) -> None:
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code == 404
    assert list(faults(answer)) == []
    assert "Traceback" not in answer.content.decode()


def test_the_api_s_answers_stay_findings(db: None) -> None:  # noqa: ARG001 - as above
    answer = Client().get("/api/v1/nada")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert answer.json()["findings"][0]["code"] == "API-ADDRESS"
    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_cookies_are_for_the_browser_alone(db: None) -> None:  # noqa: ARG001 - as above
    cast = make_cast()
    client = signed_in(cast.clerk)
    client.get(reverse("me.preferences"))
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]


SECURE: Final = """
import honorarios.config as c
c.migrate()
from django.test import Client
answer = Client().get("/entrar/", secure=True, headers={"host": "contas.exemplo.org"})
print(answer["Strict-Transport-Security"])
for cookie in answer.cookies.values():
    print(cookie.OutputString())
plain = Client().get("/entrar/", headers={"host": "contas.exemplo.org"})
print(plain.status_code, plain["Location"])
from django.conf import settings
print(settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE)
"""


def test_under_https_cookies_are_the_host_s_and_the_browser_remembers_to_use_it(
    tmp_path: Path,
) -> None:
    """In a process of its own: the settings are read once."""
    done = subprocess.run(
        [sys.executable, "-c", SECURE],
        env={
            "HONORARIOS_HOME": str(tmp_path),
            "HONORARIOS_HTTPS": "1",
            "HONORARIOS_HOSTS": "contas.exemplo.org",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    hsts, cookie, redirection, session = done.stdout.strip().splitlines()
    assert hsts == "max-age=31536000; includeSubDomains"
    assert cookie.startswith("__Host-csrftoken=")
    assert {"HttpOnly", "Path=/", "SameSite=Lax", "Secure"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert redirection == "301 https://contas.exemplo.org/entrar/"
    assert session == "__Host-sessionid True"


def test_a_failure_of_the_program_is_a_page_without_a_trace(db: None) -> None:  # noqa: ARG001 - as above
    cast = make_cast()
    client = signed_in(cast.clerk)

    def broken(*_: object, **__: object) -> HttpResponse:
        raise RuntimeError("Zelândia Canário")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("honorarios.web.screens.me.preferences", broken)
        answer = client.get(reverse("me.preferences"))
    assert answer.status_code == 500
    assert list(faults(answer)) == []
    text = answer.content.decode()
    assert "WEB-FAILED" in text
    assert "RuntimeError" not in text
    assert "Canário" not in text


@pytest.mark.parametrize("status", refused.TITLES)
def test_each_refusal_is_a_page_and_a_fragment(status: int, db: None) -> None:  # noqa: ARG001 - as above
    for headers, tag in (({}, "<html"), ({"hx-request": "true"}, "<section")):
        request = RequestFactory().get("/", headers=headers)
        from django.contrib.auth.models import AnonymousUser

        request.user = AnonymousUser()
        answer = refused.page(request, HTTPStatus(status))
        text = answer.content.decode()
        assert answer.status_code == status
        assert tag in text
        assert str(refused.TITLES[HTTPStatus(status)]) in text
        assert ("<html" in text) is (tag == "<html")


def test_the_page_of_a_form_that_expired_is_ours() -> None:
    assert f"{errors.__name__}.{errors.form_expired.__name__}" == settings.CSRF_FAILURE_VIEW
    assert csrf_failure is not errors.form_expired


def test_the_host_that_a_browser_names_is_one_of_the_server_s() -> None:
    with override_settings(ALLOWED_HOSTS=["contas.exemplo.org"]):
        answer = Client(raise_request_exception=False).get("/entrar/", headers={"host": "mau.org"})
    assert answer.status_code == 400
    assert "mau.org" not in answer.content.decode()


def test_no_template_has_a_script_a_style_or_a_handler_in_it() -> None:
    inline = re.compile(
        r"<style|\sstyle\s*=|\son\w+\s*=\s*[\"']|<script(?![^>]*\ssrc=)|javascript:|\|safe\b"
        r"|autoescape off|hx-on|hx-vals=['\"]js:",
        re.IGNORECASE,
    )
    found = [
        f"{path.relative_to(TEMPLATES)}: {hit[0]}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        for hit in inline.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_script_makes_code_of_text_or_keeps_data_in_the_browser() -> None:
    forbidden = re.compile(
        r"\beval\(|new Function\(|document\.write"
        r"|localStorage|https?://(?!www\.w3\.org)"
    )
    found = [
        f"{path.relative_to(SCRIPTS)}: {hit[0]}"
        for path in sorted(SCRIPTS.rglob("*.js"))
        for hit in forbidden.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_only_the_entrance_s_pages_are_public_and_show_nobody(db: None) -> None:  # noqa: ARG001 - as above
    make_cast()
    for row in TABLE:
        if row.GET is Access.PUBLIC:
            text = Client().get(next(asked(row)).path(Things())).content.decode()
            assert "Canári" not in text
            assert "Aurora" not in text


def test_whoever_is_in_keeps_their_menu_on_a_page_that_is_not_there(db: None) -> None:  # noqa: ARG001 - as above
    cast = make_cast()
    answer = signed_in(cast.clerk).get("/nada/")
    assert answer.status_code == 404
    assert cast.world.office.name in answer.content.decode()
    assert list(faults(answer)) == []
