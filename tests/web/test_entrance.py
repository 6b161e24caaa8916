"""Coming in: password, lock-out, second step, sessions that end, and nothing for who isn't let in."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from honorarios.records.models import AuditEvent, Membership, User
from honorarios.services.actor import ActorRole
from tests.services.cast import Cast, make_cast, make_member

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.once

PASSWORD: Final = "quatro cavalos bem calados"  # noqa: S105 - of nobody
OTHER: Final = "cinco garças em fila indiana"
HOME: Final = "/minha-conta/preferencias/"


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - the fixture opens the database
    """An office whose clerk has a password; nobody has tried one yet."""
    cache.clear()
    found = make_cast()
    user = User.objects.get(pk=found.clerk.user_id)
    user.set_password(PASSWORD)
    user.save()
    return found


@pytest.fixture
def clerk(cast: Cast) -> User:
    return User.objects.get(pk=cast.clerk.user_id)


@pytest.fixture
def later() -> Iterator[time_machine.Traveller]:
    """The clock, to be moved."""
    with time_machine.travel(1_790_000_000, tick=False) as traveller:
        yield traveller


def come_in(name: str, password: str = PASSWORD, client: Client | None = None) -> Client:
    """A browser in which somebody gave their name and password."""
    browser = client or Client()
    answer = browser.post(reverse("account_login"), {"login": name, "password": password})
    assert answer.status_code == 302, answer.content.decode()
    return browser


def is_in(client: Client) -> bool:
    return client.get(HOME).status_code == 200


def test_a_name_and_its_password_come_in_and_go_where_they_were_going(clerk: User) -> None:
    client = Client()
    asked = client.get(HOME)
    assert asked.status_code == 303
    page = client.get(asked["Location"])
    wanted = re.search(r'name="next" value="([^"]+)"', page.content.decode())
    assert wanted
    answer = client.post(
        reverse("account_login"),
        {"login": clerk.username, "password": PASSWORD, "next": wanted[1]},
    )
    assert (answer.status_code, answer["Location"]) == (302, HOME)
    assert is_in(client)


def test_a_session_that_somebody_planted_is_not_the_one_that_comes_in(clerk: User) -> None:
    client = Client()
    client.get(reverse("account_login"))
    planted = client.session
    planted["x"] = 1
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(planted.session_key)
    come_in(clerk.username, client=client)
    assert client.session.session_key != str(planted.session_key)


def test_nobody_is_sent_to_another_server(clerk: User) -> None:
    for wanted in ("https://mau.exemplo.org/", "//mau.exemplo.org", "javascript:alert(1)"):
        answer = Client().post(
            reverse("account_login"),
            {"login": clerk.username, "password": PASSWORD, "next": wanted},
        )
        assert answer["Location"] == reverse("me.home")


def test_a_wrong_password_and_an_unknown_name_are_told_alike(clerk: User) -> None:
    wrong = Client().post(reverse("account_login"), {"login": clerk.username, "password": "x"})
    unknown = Client().post(reverse("account_login"), {"login": "ninguém", "password": "x"})
    assert wrong.status_code == unknown.status_code == 200

    def plain(answer: Any) -> str:  # noqa: ANN401 - the client's own class
        text = answer.content.decode()
        return re.sub(r'value="[^"]*"|"X-CSRFToken": "\w+"', "", text)

    assert plain(wrong) == plain(unknown)


def test_five_wrong_passwords_lock_the_entrance_for_a_while(
    clerk: User, later: time_machine.Traveller
) -> None:
    client = Client()
    for _ in range(4):
        tried = client.post(reverse("account_login"), {"login": clerk.username, "password": "x"})
        assert tried.status_code == 200
        later.shift(61)
    fifth = client.post(reverse("account_login"), {"login": clerk.username, "password": "x"})
    assert fifth.status_code == 429
    assert "WEB-LOCKED" in fifth.content.decode()
    for seconds in (1, 400):
        later.shift(seconds)
        right = {"login": clerk.username, "password": PASSWORD}
        assert client.post(reverse("account_login"), right).status_code in {200, 429}
        assert not is_in(client)
    later.shift(settings.AXES_COOLOFF_TIME.total_seconds() + 1)
    assert is_in(come_in(clerk.username, client=client))


def test_nobody_signs_up_or_asks_for_another_password() -> None:
    for address in ("/entrar/novo/", "/accounts/signup/", "/signup/", "/accounts/password/reset/"):
        assert Client().get(address).status_code == 404


def test_leaving_ends_the_session(clerk: User) -> None:
    client = come_in(clerk.username)
    held = str(client.session.session_key)
    assert client.get(reverse("account_logout")).status_code == 200
    assert is_in(client)
    client.post(reverse("account_logout"))
    assert not is_in(client)
    assert not client.session.exists(held)


def test_a_session_that_nobody_uses_ends(clerk: User, later: time_machine.Traveller) -> None:
    client = come_in(clerk.username)
    for _ in range(3):
        later.shift(settings.SESSION_IDLE_SECONDS - 61)
        assert is_in(client)
    later.shift(settings.SESSION_IDLE_SECONDS + 1)
    assert not is_in(client)


def test_a_session_in_use_ends_at_its_limit_too(clerk: User, later: time_machine.Traveller) -> None:
    client = come_in(clerk.username)
    for _ in range(settings.SESSION_MOST_SECONDS // 1200):
        later.shift(1200)
        assert is_in(client)
    later.shift(61)
    assert not is_in(client)


def test_whoever_is_switched_off_is_out_at_once(clerk: User) -> None:
    client = come_in(clerk.username)
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert not is_in(client)
    answer = Client().post(
        reverse("account_login"), {"login": clerk.username, "password": PASSWORD}
    )
    assert answer.status_code == 200 or answer["Location"] == reverse("account_inactive")


def test_whoever_lost_their_place_sees_nothing_more(cast: Cast, clerk: User) -> None:
    client = come_in(clerk.username)
    member = Membership.objects.get(user=clerk)
    member.billing_units.clear()
    member.delete()
    answer = client.get(HOME)
    assert answer.status_code == 303
    told = client.get(answer["Location"])
    assert told.status_code == 403
    assert cast.world.office.name not in told.content.decode()


def test_whoever_is_in_several_offices_says_in_which(clerk: User, cast: Cast) -> None:
    other = make_cast("boreal")
    Membership.objects.create(office=other.world.office, user=clerk, role=ActorRole.AUDITOR.value)
    client = come_in(clerk.username)
    asked = client.get(HOME)
    assert asked["Location"].startswith(reverse("offices.choose"))
    chosen = client.post(asked["Location"], {"office": str(other.world.office.pk), "next": HOME})
    assert (chosen.status_code, chosen["Location"]) == (303, HOME)
    assert other.world.office.name in client.get(HOME).content.decode()
    third = make_cast("austral")
    refused = client.post(reverse("offices.choose"), {"office": str(third.world.office.pk)})
    assert refused.status_code == 422
    assert third.world.office.name not in refused.content.decode()
    assert cast.world.office.name in refused.content.decode()


def test_one_sees_and_ends_ones_own_sessions_and_nobody_elses(cast: Cast, clerk: User) -> None:
    here, there = come_in(clerk.username), come_in(clerk.username)
    colleague = User.objects.get(pk=make_member(cast.world, ActorRole.CLERK).user_id)
    colleague.set_password(OTHER)
    colleague.save()
    elsewhere = come_in(colleague.username, OTHER)
    page = here.get(reverse("me.sessions")).content.decode()
    numbers = re.findall(r'name="session" value="(\d+)"', page)
    assert len(numbers) == 1
    foreign = re.findall(
        r'name="session" value="(\d+)"',
        come_in(colleague.username, OTHER).get(reverse("me.sessions")).content.decode(),
    )
    here.post(reverse("me.sessions"), {"session": foreign[0]})
    assert is_in(elsewhere)
    here.post(reverse("me.sessions"), {"session": numbers[0]})
    assert not is_in(there)
    assert is_in(here)
    again = come_in(clerk.username)
    here.post(reverse("me.sessions"), {"session": "others"})
    assert not is_in(again)
    assert is_in(here)


def test_another_password_ends_the_sessions_elsewhere(clerk: User) -> None:
    here, there = come_in(clerk.username), come_in(clerk.username)
    change = reverse("account_change_password")
    wrong = here.post(change, {"oldpassword": "x", "password1": OTHER, "password2": OTHER})
    assert wrong.status_code == 200
    short = here.post(change, {"oldpassword": PASSWORD, "password1": "abc", "password2": "abc"})
    assert short.status_code == 200
    assert is_in(there)
    done = here.post(change, {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER})
    assert done.status_code == 302
    assert is_in(here)
    assert not is_in(there)
    assert is_in(come_in(clerk.username, OTHER))


def confirm(client: Client) -> None:
    """Type the password again, as is asked before the second step is changed."""
    answer = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert answer.status_code == 302


def code_of(secret: str) -> str:
    """What the authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def with_second_step(clerk: User) -> tuple[Client, str, list[str]]:
    """A browser that is in, the app's secret and the recovery codes."""
    client = come_in(clerk.username)
    turn_on = reverse("mfa_activate_totp")
    assert client.get(turn_on)["Location"].startswith(reverse("account_reauthenticate"))
    confirm(client)
    assert client.get(turn_on).status_code == 200
    secret = client.session["mfa.totp.secret"]
    assert client.post(turn_on, {"code": "000000"}).status_code == 200
    done = client.post(turn_on, {"code": code_of(secret)})
    assert done.status_code == 302
    shown = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    codes = re.findall(r"<li>(\d{8})</li>", shown)
    return client, secret, codes


def second_step(clerk: User, code: str) -> tuple[Client, Any]:
    client = Client()
    first = client.post(reverse("account_login"), {"login": clerk.username, "password": PASSWORD})
    assert first["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_in(client)
    return client, client.post(reverse("mfa_authenticate"), {"code": code})


def test_the_app_s_code_comes_in_once(clerk: User, later: time_machine.Traveller) -> None:
    with_second_step(clerk)
    later.shift(300)
    secret = with_secret(clerk)
    code = code_of(secret)
    client, answer = second_step(clerk, code)
    assert answer.status_code == 302
    assert is_in(client)
    for seconds in (1, 20):
        later.shift(seconds)
        replayed, refused = second_step(clerk, code)
        assert refused.status_code == 200
        assert not is_in(replayed)


def with_secret(clerk: User) -> str:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import decrypt

    kept = Authenticator.objects.get(user=clerk, type=Authenticator.Type.TOTP).data["secret"]
    secret: str = decrypt(kept)
    # Whoever reads the database doesn't read the app's secret.
    assert kept != secret
    return secret


def test_a_recovery_code_comes_in_once(clerk: User, later: time_machine.Traveller) -> None:
    _, _, codes = with_second_step(clerk)
    assert len(codes) == 10
    client, answer = second_step(clerk, codes[0])
    assert answer.status_code == 302
    assert is_in(client)
    later.shift(600)
    again, refused = second_step(clerk, codes[0])
    assert refused.status_code == 200
    assert not is_in(again)
    later.shift(600)
    other, answer = second_step(clerk, codes[1])
    assert answer.status_code == 302
    assert is_in(other)


def test_many_wrong_codes_are_stopped(clerk: User, later: time_machine.Traveller) -> None:
    with_second_step(clerk)
    later.shift(60)
    client, _ = second_step(clerk, "000001")
    for tried in range(10):
        client.post(reverse("mfa_authenticate"), {"code": f"1000{tried:02}"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(with_secret(clerk))})
    assert not is_in(client)
    later.shift(301)
    client.post(reverse("mfa_authenticate"), {"code": code_of(with_secret(clerk))})
    assert is_in(client)


def test_turning_the_second_step_off_asks_for_the_password_again(
    clerk: User, later: time_machine.Traveller
) -> None:
    client, _, _ = with_second_step(clerk)
    later.shift(settings.ACCOUNT_REAUTHENTICATION_TIMEOUT + 1)
    off = reverse("mfa_deactivate_totp")
    assert client.post(off)["Location"].startswith("/confirmar-")
    for address in ("mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        assert client.get(reverse(address))["Location"].startswith("/confirmar-")
    _, still = second_step(clerk, "000000")
    assert still.status_code == 200
    confirm(client)
    assert client.post(off).status_code == 302
    assert is_in(come_in(clerk.username))


def test_coming_in_and_out_is_in_the_trail_of_the_office(clerk: User, cast: Cast) -> None:
    client = come_in(clerk.username)
    Client().post(reverse("account_login"), {"login": clerk.username, "password": "x"})
    client.post(reverse("account_logout"))
    actions = AuditEvent.objects.filter(office=cast.world.office, actor=clerk).order_by("seq")
    assert list(actions.values_list("action", flat=True)) == [
        "entrance.signed_in",
        "entrance.refused",
        "entrance.signed_out",
    ]


def test_the_same_form_is_answered_as_once_after_coming_in_again(
    clerk: User, later: time_machine.Traveller
) -> None:
    """A form whose session ended: the page asks who is in, takes the new token, and sends it again."""
    client = Client(enforce_csrf_checks=True)
    token = _token(client.get(reverse("account_login")))
    come = {"login": clerk.username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    client.post(reverse("account_login"), come)
    form = {"theme": "dark", "language": "", "csrfmiddlewaretoken": _token(client.get(HOME))}
    later.shift(settings.SESSION_IDLE_SECONDS + 1)
    ended = client.post(HOME, form, headers={"hx-request": "true"})
    assert ended.status_code == 401
    assert ended["HX-Trigger"] == "honorarios:signed-out"
    assert client.get(reverse("me.session")).json() == {"signed_in": False}
    come["csrfmiddlewaretoken"] = _token(client.get(reverse("account_login")))
    client.post(reverse("account_login"), come)
    told = client.get(reverse("me.session")).json()
    assert (told["signed_in"], told["user"], told["office"]) == (
        True,
        clerk.username,
        Membership.objects.get(user=clerk).office_id,
    )
    done = client.post(
        HOME, {**form, "csrfmiddlewaretoken": told["csrf"]}, headers={"hx-request": "true"}
    )
    assert done["HX-Redirect"] == HOME


def _token(page: Any) -> str:  # noqa: ANN401 - as above
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
    assert found
    return str(found[1])


def test_a_form_of_another_site_is_refused(clerk: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk, backend="allauth.account.auth_backends.AuthenticationBackend")
    refused = client.post(HOME, {"theme": "dark"})
    assert refused.status_code == 403
    assert "WEB-FORM" in refused.content.decode()


@pytest.mark.parametrize(
    ("came_from", "goes_back"),
    [
        ("http://testserver/contas/?situacao=open#fim", "/contas/?situacao=open"),
        ("https://outro.exemplo/contas/", "/"),
        ("", "/"),
    ],
)
def test_who_sends_a_form_after_the_session_ended_comes_back_to_its_page(
    client: Client,
    db: None,  # noqa: ARG001 - the fixture opens the database
    came_from: str,
    goes_back: str,
) -> None:
    answer = client.post("/contas/visoes/salvar/", headers={"referer": came_from})
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer["Location"]).query) == {"next": [goes_back]}
