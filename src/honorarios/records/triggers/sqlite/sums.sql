-- What the lines in force of a day add up to, kept so that a year of a million lines is not read
-- and sorted again for each look at it. A day in held_day is added up; whatever changes one of its
-- sums strikes the day out, and the next reader adds it up anew (services/dashboard/kept).

CREATE TABLE held_day (
  office_id integer NOT NULL,
  day text NOT NULL,
  PRIMARY KEY (office_id, day)
) WITHOUT ROWID;

CREATE TABLE held_day_sum (
  office_id integer NOT NULL,
  day text NOT NULL,
  billing_unit_id integer NOT NULL,
  payer_id integer NOT NULL,
  provider_id integer NOT NULL,
  part_status text NOT NULL,
  attendance_status text NOT NULL,
  period_end text NOT NULL,
  lines integer NOT NULL,
  charged integer NOT NULL,
  outside integer NOT NULL,
  PRIMARY KEY (
    office_id, day, billing_unit_id, payer_id, provider_id,
    part_status, attendance_status, period_end
  )
) WITHOUT ROWID;

CREATE TRIGGER held_sums_line_born AFTER INSERT ON records_feeline
BEGIN
  DELETE FROM held_day WHERE office_id = NEW.office_id AND day = substr(NEW.start, 1, 10);
END;

CREATE TRIGGER held_sums_line_changed AFTER UPDATE ON records_feeline
WHEN (OLD.office_id, OLD.start, OLD.status, OLD.part_id, OLD.provider_id, OLD.billing_unit_id,
      OLD.charged, OLD.outside_stored)
  IS NOT (NEW.office_id, NEW.start, NEW.status, NEW.part_id, NEW.provider_id, NEW.billing_unit_id,
          NEW.charged, NEW.outside_stored)
BEGIN
  DELETE FROM held_day WHERE office_id = OLD.office_id AND day = substr(OLD.start, 1, 10);
  DELETE FROM held_day WHERE office_id = NEW.office_id AND day = substr(NEW.start, 1, 10);
END;

CREATE TRIGGER held_sums_part_changed AFTER UPDATE ON records_accountpart
WHEN (OLD.status, OLD.payer_id, OLD.period_end) IS NOT (NEW.status, NEW.payer_id, NEW.period_end)
BEGIN
  DELETE FROM held_day WHERE (office_id, day) IN (
    SELECT office_id, substr(start, 1, 10) FROM records_feeline WHERE part_id = NEW.id
  );
END;

CREATE TRIGGER held_sums_account_moved AFTER UPDATE ON records_account
WHEN OLD.attendance_id <> NEW.attendance_id
BEGIN
  DELETE FROM held_day WHERE (office_id, day) IN (
    SELECT line.office_id, substr(line.start, 1, 10)
    FROM records_accountpart AS part
    JOIN records_feeline AS line ON line.part_id = part.id
    WHERE part.account_id = NEW.id
  );
END;

CREATE TRIGGER held_sums_attendance_changed AFTER UPDATE ON records_attendance
WHEN OLD.status <> NEW.status
BEGIN
  DELETE FROM held_day WHERE (office_id, day) IN (
    SELECT line.office_id, substr(line.start, 1, 10)
    FROM records_account AS account
    JOIN records_accountpart AS part ON part.account_id = account.id
    JOIN records_feeline AS line ON line.part_id = part.id
    WHERE account.attendance_id = NEW.id
  );
END;
