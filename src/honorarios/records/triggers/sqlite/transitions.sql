CREATE TRIGGER held_transition_born AFTER INSERT ON records_parttransition
BEGIN
  SELECT RAISE(ABORT, 'EST-TRANSITION: não há essa mudança de situação')
  WHERE (NEW.verb, NEW.from_status, NEW.to_status) NOT IN (VALUES {named_transitions});

  SELECT RAISE(ABORT, 'EST-TRANSITION: o registro é da próxima versão da parcial e da sua situação')
  WHERE NOT EXISTS (
    SELECT 1 FROM records_accountpart
    WHERE id = NEW.part_id
      AND office_id = NEW.office_id
      AND version + 1 = NEW.version
      AND status = NEW.from_status
  );

  INSERT INTO held_due_transition (part_id, version) VALUES (NEW.part_id, NEW.version);
END;

-- A recorded transition whose part didn't follow it stops the commit: SQLite has no other check that
-- waits for the end of a transaction than a foreign key.
CREATE UNIQUE INDEX held_part_version ON records_accountpart (id, version);

CREATE TABLE held_due_transition (
  part_id bigint NOT NULL PRIMARY KEY,
  version integer NOT NULL,
  FOREIGN KEY (part_id, version) REFERENCES records_accountpart (id, version)
    DEFERRABLE INITIALLY DEFERRED
);

CREATE TRIGGER held_due_transition_gone BEFORE DELETE ON held_due_transition
WHEN NOT EXISTS (
  SELECT 1 FROM records_accountpart WHERE id = OLD.part_id AND version = OLD.version
)
BEGIN
  SELECT RAISE(ABORT, 'EST-TRANSITION: a parcial não seguiu a mudança registrada');
END;
