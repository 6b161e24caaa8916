CREATE FUNCTION held_attendance_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'cancelled' THEN
    PERFORM held_refuse('EST-FROZEN: atendimento cancelado não muda');
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    PERFORM held_refuse('EST-VERSION: a versão do atendimento cresce de um em um');
  END IF;
  IF ROW(NEW.id, NEW.office_id) IS DISTINCT FROM ROW(OLD.id, OLD.office_id) THEN
    PERFORM held_refuse('EST-MOVED: um atendimento não muda de cliente');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_attendance_changed AFTER UPDATE ON records_attendance
FOR EACH ROW EXECUTE FUNCTION held_attendance_changed();

CREATE FUNCTION held_attendance_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'cancelled'
    OR EXISTS (SELECT 1 FROM records_account WHERE attendance_id = OLD.id)
  THEN
    PERFORM held_refuse('EST-FROZEN: atendimento cancelado ou com conta não se apaga');
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER held_attendance_gone BEFORE DELETE ON records_attendance
FOR EACH ROW EXECUTE FUNCTION held_attendance_gone();

-- Also when a stay is moved: neither the attendance that it leaves nor the one that it goes to.
CREATE FUNCTION held_stay_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT status FROM records_attendance
      WHERE id IN (OLD.attendance_id, NEW.attendance_id)
      ORDER BY id
      FOR SHARE
    ) AS attendance
    WHERE status = 'cancelled'
  ) THEN
    PERFORM held_refuse('EST-FROZEN: o atendimento está cancelado');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_stay_changed AFTER INSERT OR UPDATE OR DELETE ON records_stay
FOR EACH ROW EXECUTE FUNCTION held_stay_changed();
