"""Packages (gabaritos) in use on an account: opened, closed, and read (``spec: launching 3.4``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from django.db.models import Q

from honorarios.core.validity import Period
from honorarios.core.vocabulary import fold
from honorarios.records import selectors
from honorarios.records.models import AccountPart, OpenPackage, PackageTemplate
from honorarios.services import access, texts
from honorarios.services import codes as service_codes
from honorarios.services.attendances.held import hold
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.packages import codes
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from honorarios.records.models import Account
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class PackageView:
    """A package on an account; hours are wall time of the place."""

    package_id: int
    account_id: int
    template_id: int
    template: str
    """The template's code."""
    opened_at: datetime
    closed_at: datetime | None


def listed(*, actor: Actor, account_id: int) -> Result[tuple[PackageView, ...]]:
    """The packages of an account, the newest first."""

    def do(work: Work) -> tuple[PackageView, ...]:
        accounts = selectors.accounts(work.scope)
        account = access.one(accounts, f"A conta {account_id}", pk=account_id)
        rows = OpenPackage.objects.filter(account=account).select_related("template")
        return tuple(map(_view, rows.order_by("-opened_at", "-pk")))

    return consult(actor=actor, operation=Operation.ACCOUNTS_LIST, do=do)


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template that may be opened."""

    template_id: int
    code: str
    name: str


def offered(*, actor: Actor, account_id: int, day: date) -> Result[tuple[TemplateView, ...]]:
    """The templates of the books in force on a day, of the payers of an account, by name."""

    def do(work: Work) -> tuple[TemplateView, ...]:
        accounts = selectors.accounts(work.scope)
        account = access.one(accounts, f"A conta {account_id}", pk=account_id)
        payers = AccountPart.objects.filter(account=account).values("payer_id")
        rows = selectors.owned(PackageTemplate, work.scope).filter(
            Q(book__valid_to__isnull=True) | Q(book__valid_to__gte=day),
            book__payer_id__in=payers,
            book__valid_from__lte=day,
        )
        ordered = sorted(rows, key=lambda row: (fold(row.name), row.code))
        return tuple(TemplateView(row.pk, row.code, row.name) for row in ordered)

    return consult(actor=actor, operation=Operation.PACKAGES_OPEN, do=do)


def open_package(
    *,
    actor: Actor,
    account_id: int,
    template_id: int,
    opened_at: datetime,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PackageView]:
    """Put a package in use on an account from an hour on; one at a time."""

    def do(work: Work) -> PackageView:
        since = texts.wall_time(opened_at, "opened_at")
        account = _held(work, account_id)
        template = _template(work, account, template_id, since.date())
        opened = OpenPackage.objects.filter(account=account)
        if opened.filter(closed_at__isnull=True).exists():
            refuse(at(codes.ALREADY_OPEN))
        if opened.filter(closed_at__gt=since).exists():
            refuse(at(codes.OVERLAP, "opened_at"))
        made = OpenPackage.objects.create(
            office_id=account.office_id, account=account, template=template, opened_at=since
        )
        work.record("account", account.pk, {"package": made.pk, "template": template.pk})
        return _view(made)

    return perform(
        actor=actor,
        operation=Operation.PACKAGES_OPEN,
        answer=PackageView,
        do=do,
        key=key,
        request=["open", account_id, template_id, opened_at],
        dry_run=dry_run,
    )


def close_package(
    *,
    actor: Actor,
    account_id: int,
    closed_at: datetime,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PackageView]:
    """Take the open package of an account out of use at an hour."""

    def do(work: Work) -> PackageView:
        end = texts.wall_time(closed_at, "closed_at")
        account = _held(work, account_id)
        opened = OpenPackage.objects.filter(account=account, closed_at__isnull=True)
        package = opened.select_related("template").first()
        if package is None:
            refuse(at(codes.NONE_OPEN))
        if end < package.opened_at:
            refuse(at(service_codes.ENDS_BEFORE_START, "closed_at"))
        package.closed_at = end
        package.save(update_fields=["closed_at"])
        work.record("account", account.pk, {"package": package.pk, "closed": True})
        return _view(package)

    return perform(
        actor=actor,
        operation=Operation.PACKAGES_OPEN,
        answer=PackageView,
        do=do,
        key=key,
        request=["close", account_id, closed_at],
        dry_run=dry_run,
    )


def _held(work: Work, account_id: int) -> Account:
    """An account within reach, locked with its attendance, which isn't cancelled."""
    accounts = selectors.accounts(work.scope)
    account = access.one(accounts, f"A conta {account_id}", pk=account_id)
    hold(work, account.attendance_id)
    return account


def _template(work: Work, account: Account, template_id: int, day: date) -> PackageTemplate:
    """A template of a book that is in force on the day, of a payer of the account."""
    rows = selectors.owned(PackageTemplate, work.scope).select_related("book")
    template = access.one(rows, f"O gabarito {template_id}", pk=template_id)
    book = template.book
    parts = AccountPart.objects.filter(account=account, payer_id=book.payer_id)
    in_force = day in Period(book.valid_from, book.valid_to)
    if not in_force or not parts.exists():
        refuse(at(codes.OTHER_PAYER, "template_id"))
    return template


def _view(row: OpenPackage) -> PackageView:
    return PackageView(
        package_id=row.pk,
        account_id=row.account_id,
        template_id=row.template_id,
        template=row.template.code,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )
