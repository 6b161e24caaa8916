CREATE FUNCTION held_part_born() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'open' OR NEW.version <> 1 OR NEW.tax_invoice <> '' THEN
    PERFORM held_refuse('EST-BORN: uma parcial nasce aberta, na versão 1 e sem nota fiscal');
  END IF;
  IF held_is_cancelled(NEW.account_id) THEN
    PERFORM held_refuse('EST-FROZEN: o atendimento está cancelado');
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM records_account WHERE id = NEW.account_id AND office_id = NEW.office_id
  ) THEN
    PERFORM held_refuse('EST-PLACE: a parcial é do cliente da sua conta');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_part_born AFTER INSERT ON records_accountpart
FOR EACH ROW EXECUTE FUNCTION held_part_born();

CREATE FUNCTION held_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recorded records_parttransition;
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    PERFORM held_refuse('EST-VERSION: a versão da parcial cresce de um em um');
  END IF;
  IF ROW(NEW.id, NEW.office_id, NEW.account_id, NEW.seq)
    IS DISTINCT FROM ROW(OLD.id, OLD.office_id, OLD.account_id, OLD.seq)
  THEN
    PERFORM held_refuse('EST-MOVED: uma parcial não muda de conta nem de número');
  END IF;
  IF NEW.billing_unit_id <> OLD.billing_unit_id THEN
    PERFORM held_read_committed();
    IF EXISTS (SELECT 1 FROM records_feeline WHERE part_id = OLD.id) THEN
      PERFORM held_refuse('EST-MOVED: a unidade de uma parcial com lançamentos não muda');
    END IF;
  END IF;
  IF held_is_cancelled(OLD.account_id) THEN
    PERFORM held_refuse('EST-FROZEN: o atendimento está cancelado');
  END IF;
  IF NEW.tax_invoice <> '' THEN
    -- The group decides whether the invoice freezes the part: it may not change meanwhile.
    PERFORM 1 FROM records_payer WHERE id = NEW.payer_id FOR SHARE;
  END IF;

  SELECT * INTO recorded FROM records_parttransition
  WHERE part_id = NEW.id AND version = NEW.version;
  -- In a frozen part only what its recorded transition is about.
  IF held_is_frozen(OLD)
    AND (recorded.id IS NULL OR ROW({new_part_terms}) IS DISTINCT FROM ROW({old_part_terms}))
  THEN
    PERFORM held_refuse('EST-FROZEN: a parcial está congelada');
  END IF;
  IF recorded.id IS NULL
    AND ROW(NEW.status, NEW.remittance_id, NEW.tax_invoice, NEW.tax_invoice_at)
      IS DISTINCT FROM ROW(OLD.status, OLD.remittance_id, OLD.tax_invoice, OLD.tax_invoice_at)
  THEN
    PERFORM held_refuse(
      'EST-TRANSITION: situação, remessa e nota fiscal mudam só com seu registro'
    );
  END IF;
  IF recorded.id IS NOT NULL
    AND ROW(
      recorded.from_status,
      recorded.to_status,
      recorded.verb IN ('bill', 'rebill'),
      recorded.verb = 'issue_tax_invoice'
    ) IS DISTINCT FROM ROW(
      OLD.status,
      NEW.status,
      NEW.remittance_id IS DISTINCT FROM OLD.remittance_id,
      ROW(NEW.tax_invoice, NEW.tax_invoice_at)
        IS DISTINCT FROM ROW(OLD.tax_invoice, OLD.tax_invoice_at)
    )
  THEN
    PERFORM held_refuse('EST-TRANSITION: a parcial não mudou como o registro da mudança diz');
  END IF;
  IF OLD.tax_invoice NOT IN ('', NEW.tax_invoice) THEN
    PERFORM held_refuse('EST-TRANSITION: a nota fiscal já foi emitida');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_part_changed AFTER UPDATE ON records_accountpart
FOR EACH ROW EXECUTE FUNCTION held_part_changed();
