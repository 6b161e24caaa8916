-- A private part with its tax invoice is frozen because its payer's group says that it is private.
CREATE TRIGGER held_payer_changed AFTER UPDATE ON records_payer
BEGIN
  SELECT RAISE(ABORT, 'EST-MOVED: um convênio não muda de identificador')
  WHERE NEW.id <> OLD.id;

  SELECT RAISE(ABORT, 'EST-FROZEN: o grupo de um convênio com nota fiscal emitida não muda')
  WHERE NEW."group" <> OLD."group"
    AND EXISTS (SELECT 1 FROM records_accountpart WHERE payer_id = OLD.id AND tax_invoice <> '');
END;

CREATE TRIGGER held_payer_gone BEFORE DELETE ON records_payer
WHEN EXISTS (SELECT 1 FROM records_accountpart WHERE payer_id = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: convênio com parcial não se apaga');
END;
