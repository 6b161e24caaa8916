CREATE TRIGGER held_attendance_changed AFTER UPDATE ON records_attendance
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: atendimento cancelado não muda')
  WHERE OLD.status = 'cancelled';

  SELECT RAISE(ABORT, 'EST-VERSION: a versão do atendimento cresce de um em um')
  WHERE NEW.version <> OLD.version + 1;

  SELECT RAISE(ABORT, 'EST-MOVED: um atendimento não muda de cliente')
  WHERE (NEW.id, NEW.office_id) IS NOT (OLD.id, OLD.office_id);
END;

CREATE TRIGGER held_attendance_gone BEFORE DELETE ON records_attendance
WHEN OLD.status = 'cancelled'
  OR EXISTS (SELECT 1 FROM records_account WHERE attendance_id = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: atendimento cancelado ou com conta não se apaga');
END;

CREATE TRIGGER held_stay_born AFTER INSERT ON records_stay
WHEN (SELECT status FROM records_attendance WHERE id = NEW.attendance_id) IS 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado');
END;

CREATE TRIGGER held_stay_changed AFTER UPDATE ON records_stay
WHEN EXISTS (
  SELECT 1 FROM records_attendance
  WHERE id IN (OLD.attendance_id, NEW.attendance_id) AND status = 'cancelled'
)
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado');
END;

CREATE TRIGGER held_stay_gone BEFORE DELETE ON records_stay
WHEN (SELECT status FROM records_attendance WHERE id = OLD.attendance_id) IS 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado');
END;
