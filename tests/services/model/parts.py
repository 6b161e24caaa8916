"""Verbs of parts: from open to billed and back, tax invoices, the end of the attendance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records.models import Payer
from honorarios.services import attendances, parts
from tests.services.model.acting import REASON, Acting

if TYPE_CHECKING:
    from tests.services.model.book import Part


class Parts(Acting):
    """What is done to parts."""

    def close(self) -> None:
        """Encerrar."""
        self._verb("close", ("open",), "closed")

    def reopen(self) -> None:
        """Reabrir."""
        self._verb("reopen", ("closed",), "open")

    def release(self) -> None:
        """Liberar."""
        self._verb("release", ("closed",), "released")

    def unrelease(self) -> None:
        """Desfazer a liberação."""
        self._verb("unrelease", ("released",), "closed")

    def cancel(self) -> None:
        """Cancelar, unless half of a difference is elsewhere."""
        part = self.some_part()
        halves = self.book.has_halves_elsewhere(part.key)
        self._move(part, "cancel", ("open", "closed"), "cancelled", forbidden=halves)

    def _verb(self, verb: str, sources: tuple[str, ...], target: str) -> None:
        part = self.some_part(*sources) if self.random.random() < 0.8 else self.some_part()
        self._move(part, verb, sources, target)

    def _move(
        self,
        part: Part,
        verb: str,
        sources: tuple[str, ...],
        target: str,
        *,
        forbidden: bool = False,
    ) -> None:
        ok = part.status in sources and not self.book.cancelled and not forbidden
        do = getattr(parts, verb)
        self.do(
            f"{verb} {part.seq}",
            lambda: do(actor=self.house.clerk, part_id=part.key, reason=REASON),
            ok=ok,
        )
        if ok:
            part.status = target

    def bill(self) -> None:
        """Faturar all that is released, of the insurer or of private payers."""
        private = self.random.random() < 0.3
        payer = Payer.objects.get(
            office=self.house.office, group="self_pay" if private else "insurer"
        )
        ready = [
            part
            for part in self.book.parts.values()
            if part.status == "released" and part.private is private and not self.book.cancelled
        ]
        answer = self.do(
            f"bill {payer.code}",
            lambda: parts.bill(
                actor=self.house.clerk, payer_id=payer.pk, billing_unit_id=self.house.unit.pk
            ),
            ok=bool(ready),
        )
        if ready:
            remittance = answer.require().remittance_id
            self.book.sent[remittance] = {part.key: self.book.charged(part.key) for part in ready}
            for part in ready:
                part.status, part.remittance = "billed", remittance

    def rebill(self) -> None:
        """Refaturar a whole remittance."""
        remittance = self.pick(list(self.book.sent))
        if remittance is None:
            return
        inside = [part for part in self.book.parts.values() if part.remittance == remittance]
        ok = bool(inside) and not self.book.cancelled
        self.do(
            f"rebill {remittance}",
            lambda: parts.rebill(actor=self.house.clerk, remittance_id=remittance, reason=REASON),
            ok=ok,
        )
        for part in inside if ok else ():
            part.status, part.remittance = "released", None

    def invoice(self) -> None:
        """Issue a tax invoice."""
        part = self.some_part()
        ok = (
            part.status in ("closed", "released", "billed")
            and not part.invoiced
            and not self.book.cancelled
        )
        self.do(
            f"invoice {part.seq}",
            lambda: parts.issue_tax_invoice(
                actor=self.house.clerk, part_id=part.key, number=f"NF {part.key}"
            ),
            ok=ok,
        )
        part.invoiced = part.invoiced or ok

    def cancel_attendance(self) -> None:
        """Cancel the attendance, for good."""
        billed = any(part.status == "billed" for part in self.book.parts.values())
        ok = not billed and not self.book.cancelled
        self.do(
            "cancel-attendance",
            lambda: attendances.cancel(
                actor=self.house.clerk, attendance_id=self.house.attendance.pk, reason=REASON
            ),
            ok=ok,
        )
        self.book.cancelled = self.book.cancelled or ok
