"""The bench of the screens: a hospital, Django's test client, and a browser on the product's own server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.crypto import get_random_string

from honorarios.services import preferences
from tests.databases.own import copies, once, turned_to
from tests.web import chromium
from tests.web.accessibility import HEIGHT, WIDTHS, barriers_everywhere
from tests.web.crawl import crawl, keep, kept
from tests.web.hospital import FictitiousHospital, furnished
from tests.web.keys import Keyboard
from tests.web.pictures import Pictures
from tests.web.server import served
from tests.web.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page
    from pytest_django import DjangoDbBlocker

    from tests.databases.own import Copies
    from tests.web.crawl import Found

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def entered(context: BrowserContext, client: Client, address: str) -> None:
    """Give a window what a sign-in gives it: a session, and a new secret for the tokens of its forms."""
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    for name, value in (
        (settings.SESSION_COOKIE_NAME, session),
        (settings.CSRF_COOKIE_NAME, get_random_string(32)),
    ):
        context.add_cookies([{"name": name, "value": value, "url": address, "httpOnly": True}])


@pytest.fixture(scope="session")
def hospital_copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The maker of copies of the fictitious hospital, which is built once a run."""
    return copies(furnished, tmp_path_factory.mktemp("hospitals"))


@pytest.fixture(scope="module")
def hospital(
    hospital_copies: Copies,
    django_db_setup: None,  # noqa: ARG001 - the database that is turned from
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[FictitiousHospital]:
    """A module's own copy of the hospital; Django's connections, of every thread, go to it.

    What a test writes stays for the module's other tests.
    """
    with hospital_copies.fresh() as url, django_db_blocker.unblock(), turned_to(url):
        yield FictitiousHospital(url)


@pytest.fixture(scope="module")
def client_as(hospital: FictitiousHospital) -> Callable[[str], Client]:
    """Makes Django's test client, signed in by name: ``client_as("faturista").get("/contas/")``."""

    def come_in(username: str) -> Client:
        client = Client()
        client.force_login(hospital.user(username), backend=BACKEND)
        return client

    return come_in


@pytest.fixture(scope="module")
def pages_of(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> Callable[..., list[Found]]:
    """What a role reaches, in a language: crawled once a run, by the first test that asks."""

    def pages(username: str, language: str = settings.LANGUAGE_CODE) -> list[Found]:
        def crawled() -> None:
            actor = hospital.actor(username)
            preferences.keep(actor=actor, language=language).require()
            try:
                keep(crawl(client_as(username)), file)
            finally:
                preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()

        file = Path(os.environ["HONORARIOS_HOME"]) / f"pages-{username}-{language}"
        once(file, crawled)
        return kept(file)

    return pages


@pytest.fixture(scope="module")
def address(hospital: FictitiousHospital) -> Iterator[str]:  # noqa: ARG001 - served from its database
    """The address of the product's server, on the hospital's database."""
    with served() as at:
        yield at


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts Chromium; without one the test is skipped."""
    return {"executable_path": chromium.path(), "args": list(chromium.ARGUMENTS)}


@pytest.fixture
def window(
    address: str, new_context: Callable[..., BrowserContext]
) -> Callable[[], BrowserContext]:
    """Opens a browser's window with nobody signed in: Portuguese, São Paulo, light and wide."""

    def open_window() -> BrowserContext:
        return new_context(
            base_url=address,
            locale="pt-BR",
            timezone_id="America/Sao_Paulo",
            viewport={"width": WIDTHS["wide"], "height": HEIGHT},
            reduced_motion="reduce",
        )

    return open_window


@pytest.fixture
def context(window: Callable[[], BrowserContext]) -> BrowserContext:
    """The test's first window."""
    return window()


@pytest.fixture
def watch(context: BrowserContext, address: str) -> Iterator[Watch]:
    """What the browser complains of; at the test's end there must be nothing that it didn't expect."""
    watch = Watch(context, address)
    yield watch
    assert watch.left() == []


@pytest.fixture
def typed(context: BrowserContext) -> Keyboard:
    """The keyboard that counts: ``typed.on(page).type("apend").press("Enter"); typed.count``."""
    return Keyboard(context)


@pytest.fixture
def sign_in(
    client_as: Callable[[str], Client], address: str
) -> Callable[[BrowserContext, str], None]:
    """Gives a window the cookies of somebody's new session."""

    def give(context: BrowserContext, username: str) -> None:
        entered(context, client_as(username), address)

    return give


@pytest.fixture
def page_as(
    context: BrowserContext,
    sign_in: Callable[[BrowserContext, str], None],
    watch: Watch,  # noqa: ARG001 - looks on
) -> Callable[[str], Page]:
    """Opens a tab of the first window with somebody signed in; said again, a tab beside it."""
    signed_in: set[str] = set()

    def open_page(username: str) -> Page:
        if username not in signed_in:
            signed_in.add(username)
            sign_in(context, username)
        return context.new_page()

    return open_page


@pytest.fixture
def another(
    window: Callable[[], BrowserContext],
    sign_in: Callable[[BrowserContext, str], None],
    watch: Watch,
) -> Callable[[str], Page]:
    """Opens a window of somebody else's, with a session of its own."""

    def open_page(username: str) -> Page:
        context = window()
        watch.follow(context)
        sign_in(context, username)
        return context.new_page()

    return open_page


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Asserts that axe finds nothing serious on a page, light and dark, at 1280 and 360 pixels."""

    def check(page: Page) -> None:
        assert barriers_everywhere(page) == [], page.url

    return check


@pytest.fixture
def picture(pytestconfig: pytest.Config) -> Pictures:
    """Keeps a page's looks for the documentation: ``picture(page, "conta")``; see ``--pictures``."""
    return Pictures(wanted=pytestconfig.getoption("--pictures"))
