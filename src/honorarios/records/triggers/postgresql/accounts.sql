CREATE FUNCTION held_account_born() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF held_is_cancelled(NEW.id) THEN
    PERFORM held_refuse('EST-FROZEN: o atendimento está cancelado');
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM records_attendance WHERE id = NEW.attendance_id AND office_id = NEW.office_id
  ) THEN
    PERFORM held_refuse('EST-PLACE: a conta é do cliente do seu atendimento');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_account_born AFTER INSERT ON records_account
FOR EACH ROW EXECUTE FUNCTION held_account_born();

CREATE FUNCTION held_account_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part records_accountpart;
BEGIN
  IF ROW(NEW.id, NEW.office_id, NEW.attendance_id)
    IS DISTINCT FROM ROW(OLD.id, OLD.office_id, OLD.attendance_id)
  THEN
    PERFORM held_refuse('EST-MOVED: uma conta não muda de atendimento');
  END IF;
  IF held_is_cancelled(OLD.id) THEN
    PERFORM held_refuse('EST-FROZEN: o atendimento está cancelado');
  END IF;
  FOR part IN SELECT * FROM records_accountpart WHERE account_id = OLD.id ORDER BY id FOR SHARE
  LOOP
    IF held_is_frozen(part) THEN
      PERFORM held_refuse('EST-FROZEN: a conta tem parcial congelada');
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER held_account_changed AFTER UPDATE ON records_account
FOR EACH ROW EXECUTE FUNCTION held_account_changed();
