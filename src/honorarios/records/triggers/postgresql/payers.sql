-- A private part with its tax invoice is frozen because its payer's group says that it is private.
CREATE FUNCTION held_payer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id THEN
    PERFORM held_refuse('EST-MOVED: um convênio não muda de identificador');
  END IF;
  PERFORM held_read_committed();
  IF EXISTS (SELECT 1 FROM records_accountpart WHERE payer_id = OLD.id AND tax_invoice <> '') THEN
    PERFORM held_refuse('EST-FROZEN: o grupo de um convênio com nota fiscal emitida não muda');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_payer_changed AFTER UPDATE ON records_payer
FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW."group" <> OLD."group")
EXECUTE FUNCTION held_payer_changed();

CREATE FUNCTION held_payer_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM records_accountpart WHERE payer_id = OLD.id) THEN
    PERFORM held_refuse('EST-FROZEN: convênio com parcial não se apaga');
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER held_payer_gone BEFORE DELETE ON records_payer
FOR EACH ROW EXECUTE FUNCTION held_payer_gone();
