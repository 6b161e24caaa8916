CREATE TRIGGER held_account_born AFTER INSERT ON records_account
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado')
  WHERE NOT EXISTS (
    SELECT 1 FROM records_attendance WHERE id = NEW.attendance_id AND status <> 'cancelled'
  );

  SELECT RAISE(ABORT, 'EST-PLACE: a conta é do cliente do seu atendimento')
  WHERE NOT EXISTS (
    SELECT 1 FROM records_attendance WHERE id = NEW.attendance_id AND office_id = NEW.office_id
  );
END;

CREATE TRIGGER held_account_changed AFTER UPDATE ON records_account
BEGIN
  SELECT RAISE(ABORT, 'EST-MOVED: uma conta não muda de atendimento')
  WHERE (NEW.id, NEW.office_id, NEW.attendance_id) IS NOT (OLD.id, OLD.office_id, OLD.attendance_id);

  SELECT RAISE(ABORT, 'EST-FROZEN: o atendimento está cancelado')
  WHERE NOT EXISTS (
    SELECT 1 FROM records_attendance WHERE id = OLD.attendance_id AND status <> 'cancelled'
  );

  SELECT RAISE(ABORT, 'EST-FROZEN: a conta tem parcial congelada')
  WHERE EXISTS (
    SELECT 1 FROM records_accountpart AS part
    WHERE part.account_id = OLD.id
      AND NOT EXISTS (SELECT 1 FROM held_free_part WHERE id = part.id)
  );
END;
