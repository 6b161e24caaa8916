"""The office over the API: its members, parameters and catalogues, its trail, its imports."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from typing import Any

import pytest

from honorarios.records.models import ApiToken, AuditEvent, FeeLine, Membership, User
from honorarios.services.actor import ActorRole, of_member
from tests.api.client import Program, program
from tests.services.cast import Cast, make_cast, make_part

pytestmark = pytest.mark.database


@pytest.fixture
def clerk(cast: Cast) -> Program:
    return program(cast.clerk)


@pytest.fixture
def admin(cast: Cast) -> Program:
    return program(cast.by_role[ActorRole.ADMINISTRATOR])


# Members.


def test_a_member_is_let_in_changed_and_taken_out_with_their_tokens(
    cast: Cast, admin: Program
) -> None:
    new = {"username": "nova", "role": "clerk", "billing_units": ["u1"], "first_name": "Nova"}
    member = admin.post("/members", new).done["member_id"]
    user = User.objects.get(username="nova")
    assert not user.has_usable_password()
    actor = of_member(user_id=user.pk, office_id=cast.world.office.pk)
    assert actor is not None
    assert actor.unit_ids == frozenset({cast.world.unit.pk})
    theirs = program(actor)
    assert theirs.get("/me").done["role"] == "clerk"
    physician = {"role": "physician", "provider": "p2"}
    assert admin.ask("PUT", f"/members/{member}", physician).done["role"] == "physician"
    assert theirs.get("/me").done["provider_id"] == cast.colleague.pk
    (told,) = [one for one in admin.get("/members").done if one["username"] == "nova"]
    assert (told["provider"], told["billing_units"], told["active"]) == ("p2", [], True)
    assert admin.ask("DELETE", f"/members/{member}").done["active"] is False
    assert theirs.get("/me").status == 401
    assert not ApiToken.objects.filter(user=user, revoked_at__isnull=True).exists()
    assert not Membership.objects.filter(user=user).exists()
    actions = AuditEvent.objects.filter(subject_type="member").order_by("seq")
    assert [event.action for event in actions] == [
        "members.add",
        "members.change",
        "members.remove",
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"username": "com espaço"}, "PER-USERNAME"),
        ({"username": "AURORA-CLERK"}, "PER-USERNAME"),
        ({"username": "boreal-clerk"}, "PER-USERNAME"),
        ({"billing_units": ["u9"]}, "PER-REFERENCE"),
        ({"provider": "p1"}, "PER-PROVIDER"),
        ({"role": "physician"}, "PER-PROVIDER"),
        ({"role": "physician", "provider": "p9"}, "PER-REFERENCE"),
        ({"role": "system"}, "API-VALUE"),
        ({"role": "dono"}, "API-VALUE"),
        ({"is_superuser": True}, "API-UNKNOWN-FIELD"),
    ],
)
def test_who_cannot_be_a_member_is_told_why(
    admin: Program, changes: dict[str, Any], code: str
) -> None:
    make_cast("boreal")
    refused = admin.post("/members", {"username": "nova", "role": "clerk", **changes})
    assert (refused.status, refused.codes) == (422, [code])


def test_nobody_changes_their_own_access(cast: Cast, admin: Program) -> None:
    own = Membership.objects.get(user_id=cast.by_role[ActorRole.ADMINISTRATOR].user_id)
    for method in ("PUT", "DELETE"):
        refused = admin.ask(method, f"/members/{own.pk}", {"role": "clerk"})
        assert refused.codes == ["PER-OWN-ACCESS"]
    own.refresh_from_db()
    assert own.role == "administrator"


# General parameters.


def test_parameters_hold_from_their_day_on_and_keep_what_is_not_said(admin: Program) -> None:
    def record(day: str, **values: object) -> Any:  # noqa: ANN401 - JSON
        return admin.post("/parameters", {"valid_from": day, "parameters": values})

    assert record("2025-01-01", check_package=True).done["parameters"]["check_package"] is True
    assert record("2025-06-01", package_action="AUTOMATIC").status == 200
    on = {
        day: admin.get(f"/parameters/in-force?day={day}").done
        for day in ("2024-12-31", "2025-05-31", "2025-06-01")
    }
    assert [told["check_package"] for told in on.values()] == [False, True, True]
    assert [told["package_action"] for told in on.values()] == ["ASK", "ASK", "AUTOMATIC"]
    assert [one["valid_from"] for one in admin.get("/parameters").done] == [
        "2025-06-01",
        "2025-01-01",
    ]
    assert record("2025-07-01", package_action="TALVEZ").status == 422
    assert record("2025-07-01", inventado=True).codes == ["API-UNKNOWN-FIELD"]


# Catalogues.


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_a_catalogue_comes_back_as_it_went(admin: Program) -> None:
    (first, *_) = admin.get("/catalogues").done
    archive = admin.client.get(
        f"/api/v1/catalogues/{first['number']}",
        headers={"Authorization": f"Bearer {admin.key}"},
    )
    assert archive["Content-Type"] == "application/zip"
    again = admin.ask("POST", "/catalogues", archive.content, **{"content-type": "application/zip"})
    assert again.done == {"number": first["number"], "hash": first["hash"], "is_new": False}
    held = zipfile.ZipFile(io.BytesIO(archive.content))
    inside = {f"pasta/{name}": held.read(name) for name in held.namelist()}
    manifest = re.sub(rb"(?m)^name: .*", b"name: Outro", inside["pasta/catalogue.yaml"])
    changed = zipped(**{**inside, "pasta/catalogue.yaml": manifest})
    stored = admin.ask("POST", "/catalogues", changed).done
    assert (stored["is_new"], stored["number"]) == (True, first["number"] + 1)


def link() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        entry = zipfile.ZipInfo("catalogue.yaml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "CAT-ARCHIVE"),
        (b"PK\x03\x04 nada", "CAT-ARCHIVE"),
        (zipped(**{"../catalogue.yaml": b"name: x"}), "CAT-ARCHIVE"),
        (zipped(**{"/etc/x": b"name: x"}), "CAT-ARCHIVE"),
        (zipped(**{"a\\..\\b": b"name: x"}), "CAT-ARCHIVE"),
        (zipped(**{"C:x": b"name: x"}), "CAT-ARCHIVE"),
        (zipped(bomba=b"0" * 60_000_000), "CAT-ARCHIVE"),
        (zipped(**{f"f{n}": b"" for n in range(1_001)}), "CAT-ARCHIVE"),
        (link(), "CAT-ARCHIVE"),
        (zipped(nada=b"x"), "CAT-ARCHIVE-CONTENT"),
        (zipped(**{"a/catalogue.yaml": b"", "b/catalogue.yaml": b""}), "CAT-ARCHIVE-CONTENT"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_an_archive_that_means_harm_is_refused(admin: Program, data: bytes, code: str) -> None:
    refused = admin.ask("POST", "/catalogues", data)
    assert (refused.status, refused.codes) == (422, [code])


def test_an_archive_is_opened_for_nobody_who_may_not_store_it(clerk: Program) -> None:
    assert clerk.ask("POST", "/catalogues", b"nada").codes == ["PER-ROLE"]


# The trail and the invariants.


def test_the_trail_is_exported_verified_and_checked(
    admin: Program, clerk: Program, cast: Cast
) -> None:
    clerk.post(f"/parts/{cast.part.pk}/close").done  # noqa: B018 - it must be done
    head = admin.get("/audit/head").done["head"]
    assert head.startswith("honorarios-audit:")
    proof = admin.get(f"/audit/proof?expected_head={head}").done
    assert (proof["head"], proof["first_bad"]) == (head, None)
    assert admin.get("/audit/proof?expected_head=nada").codes == ["AUD-HEAD"]
    later = head.replace(head.split(":")[2], "99", 1)
    assert admin.get(f"/audit/proof?expected_head={later}").status == 422
    (event, *_) = admin.get("/audit/events?size=1").done
    assert admin.post(f"/audit/events/{event['seq']}/erase-detail").codes == ["EST-REASON"]
    told = admin.get("/check").done
    assert "trail" in told["proven"]


# Imports.


def test_a_file_is_looked_at_tried_imported_read_and_undone(cast: Cast, clerk: Program) -> None:
    part = make_part(cast.world)
    rows = "\n".join(
        [
            "Id da parcial;Código;Início;Prestador;Função",
            f"{part.pk};31003079;19/11/2025 10:00;p1;cirurgião",
            f"{part.pk};31003079;19/11/2025 24:00;p1;cirurgião",
        ]
    ).encode()
    named = "name=honor%C3%A1rios.csv"
    columns = {one["title"]: one["name"] for one in inspected(clerk, rows, named)["columns"]}
    assert "Código" in columns
    tried = clerk.ask("POST", f"/imports?{named}&dry_run=true", rows)
    assert (tried.done["imported"], tried.value["refused"]) == (1, 1)
    assert not FeeLine.objects.exists()
    done = clerk.ask("POST", f"/imports?{named}", rows).done
    assert (done["imported"], done["refused"], done["file_name"]) == (1, 1, "honorários.csv")
    again = clerk.ask("POST", f"/imports?{named}", rows)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert FeeLine.objects.count() == 1
    at = f"/imports/{done['batch_id']}"
    assert clerk.get(at).done["total"] == 41000
    (refused,) = clerk.get(f"{at}/rows?state=refused").done["rows"]
    assert "24:00" in str(refused["cells"])
    file = clerk.get(f"{at}/refused")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert "24:00" in file.text
    assert clerk.post(f"{at}/undo", {"reason": "Arquivo errado."}).done["lines"] == 1
    assert [one["state"] for one in clerk.get("/imports").done] == ["undone"]


def inspected(clerk: Program, rows: bytes, named: str) -> Any:  # noqa: ANN401 - JSON
    return clerk.ask("POST", f"/imports/inspect?{named}", rows).done


def test_a_file_that_is_none_is_a_finding_that_names_no_path(clerk: Program) -> None:
    refused = clerk.ask("POST", "/imports?name=x.xlsx", b"PK\x03\x04 nada")
    assert refused.status == 422
    assert refused.body["findings"][0]["file"] == "x.xlsx"
    assert "/tmp" not in refused.text  # noqa: S108 - where it was kept
    bad = clerk.ask("POST", "/imports?mapping=[1]", b"a;b\n1;2\n")
    assert (bad.status, bad.codes) == (422, ["API-VALUE"])
    assert clerk.ask("POST", "/imports?kind=nada", b"a;b\n1;2\n").codes == ["REG-IMPORT-KIND"]
