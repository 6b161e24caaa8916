"""The lock files: every package pinned and hashed, one version everywhere, no registry named."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))? \\$")

each_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)


def requirements(lock: Path) -> list[str]:
    """A lock's requirements, each with its hash lines, comments left out."""
    lines = [line for line in lock.read_text().splitlines() if not line.lstrip().startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines))


def pins(lock: Path) -> set[tuple[str, ...]]:
    """Name, version and marker of each requirement."""
    found = (PIN.match(requirement.splitlines()[0]) for requirement in requirements(lock))
    return {match.groups(default="") for match in found if match}


def test_each_level_of_the_set_up_has_its_lock() -> None:
    assert [lock.stem for lock in LOCKS] == ["bench", "run", "test"]


@each_lock
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    loose = [
        requirement
        for requirement in requirements(lock)
        if not PIN.match(requirement.splitlines()[0]) or "--hash=sha256:" not in requirement
    ]
    assert loose == []


@each_lock
def test_no_registry_is_named(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|file:", lock.read_text())


def test_the_locks_agree_so_that_one_environment_can_hold_them_all() -> None:
    versions: dict[tuple[str, str], set[str]] = {}
    for lock in LOCKS:
        for name, version, marker in pins(lock):
            versions.setdefault((name, marker), set()).add(version)
    assert {key: found for key, found in versions.items() if len(found) > 1} == {}


def test_every_dependency_of_the_program_is_in_every_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {re.split(r"[<>=[]", need)[0].lower() for need in project["dependencies"]}
    for lock in LOCKS:
        assert declared <= {name for name, _, _ in pins(lock)}
