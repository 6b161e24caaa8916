CREATE TRIGGER held_part_born AFTER INSERT ON records_accountpart
BEGIN
  SELECT RAISE(ABORT, 'EST-BORN: uma parcial nasce aberta, na versão 1 e sem nota fiscal')
  WHERE NEW.status <> 'open' OR NEW.version <> 1 OR NEW.tax_invoice <> '';

  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado')
  WHERE NOT EXISTS (SELECT 1 FROM held_free_part WHERE id = NEW.id);

  SELECT RAISE(ABORT, 'EST-PLACE: a parcial é do cliente da sua conta')
  WHERE NOT EXISTS (
    SELECT 1 FROM records_account WHERE id = NEW.account_id AND office_id = NEW.office_id
  );
END;

CREATE TRIGGER held_part_changed AFTER UPDATE ON records_accountpart
BEGIN
  SELECT RAISE(ABORT, 'EST-VERSION: a versão da parcial cresce de um em um')
  WHERE NEW.version <> OLD.version + 1;

  SELECT RAISE(ABORT, 'EST-MOVED: uma parcial não muda de conta nem de número')
  WHERE (NEW.id, NEW.office_id, NEW.account_id, NEW.seq)
    IS NOT (OLD.id, OLD.office_id, OLD.account_id, OLD.seq);

  SELECT RAISE(ABORT, 'EST-MOVED: a unidade de uma parcial com lançamentos não muda')
  WHERE NEW.billing_unit_id <> OLD.billing_unit_id
    AND EXISTS (SELECT 1 FROM records_feeline WHERE part_id = OLD.id);

  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado')
  WHERE NOT EXISTS (
    SELECT 1
    FROM records_account AS account
    JOIN records_attendance AS attendance ON attendance.id = account.attendance_id
    WHERE account.id = OLD.account_id AND attendance.status <> 'cancelled'
  );

  -- In a frozen part only what its recorded transition is about.
  SELECT RAISE(ABORT, 'EST-FROZEN: a parcial está congelada')
  WHERE (
    OLD.status NOT IN ('open', 'closed')
    OR OLD.tax_invoice <> ''
      AND (SELECT "group" FROM records_payer WHERE id = OLD.payer_id) IS 'self_pay'
  ) AND (
    ({new_part_terms}) IS NOT ({old_part_terms})
    OR NOT EXISTS (
      SELECT 1 FROM records_parttransition WHERE part_id = NEW.id AND version = NEW.version
    )
  );

  SELECT RAISE(ABORT, 'EST-TRANSITION: situação, remessa e nota fiscal mudam só com seu registro')
  WHERE (NEW.status, NEW.remittance_id, NEW.tax_invoice, NEW.tax_invoice_at)
    IS NOT (OLD.status, OLD.remittance_id, OLD.tax_invoice, OLD.tax_invoice_at)
    AND NOT EXISTS (
      SELECT 1 FROM records_parttransition WHERE part_id = NEW.id AND version = NEW.version
    );

  SELECT RAISE(ABORT, 'EST-TRANSITION: a parcial não mudou como o registro da mudança diz')
  FROM records_parttransition
  WHERE part_id = NEW.id AND version = NEW.version
    AND (from_status, to_status, verb IN ('bill', 'rebill'), verb = 'issue_tax_invoice') IS NOT (
      OLD.status,
      NEW.status,
      NEW.remittance_id IS NOT OLD.remittance_id,
      (NEW.tax_invoice, NEW.tax_invoice_at) IS NOT (OLD.tax_invoice, OLD.tax_invoice_at)
    );

  SELECT RAISE(ABORT, 'EST-TRANSITION: a nota fiscal já foi emitida')
  WHERE OLD.tax_invoice NOT IN ('', NEW.tax_invoice);

  DELETE FROM held_due_transition WHERE part_id = NEW.id AND version = NEW.version;
END;
