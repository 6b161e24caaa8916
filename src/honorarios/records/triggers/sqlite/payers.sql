-- A private part with its tax invoice is frozen because its payer's group says that it is private.
CREATE TRIGGER held_payer_changed AFTER UPDATE ON records_payer
WHEN (NEW.id, NEW."group") IS NOT (OLD.id, OLD."group")
  AND EXISTS (SELECT 1 FROM records_accountpart WHERE payer_id = OLD.id AND tax_invoice <> '')
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: o grupo de um convênio com nota fiscal emitida não muda');
END;

CREATE TRIGGER held_payer_gone BEFORE DELETE ON records_payer
WHEN EXISTS (SELECT 1 FROM records_accountpart WHERE payer_id = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: convênio com parcial não se apaga');
END;
