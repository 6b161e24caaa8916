CREATE FUNCTION held_transition_born() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part records_accountpart;
BEGIN
  IF (NEW.verb, NEW.from_status, NEW.to_status) NOT IN (VALUES {named_transitions}) THEN
    PERFORM held_refuse('EST-TRANSITION: não há essa mudança de situação');
  END IF;
  SELECT * INTO part FROM records_accountpart WHERE id = NEW.part_id FOR NO KEY UPDATE;
  IF ROW(part.office_id, part.version + 1, part.status)
    IS DISTINCT FROM ROW(NEW.office_id, NEW.version, NEW.from_status)
  THEN
    PERFORM held_refuse(
      'EST-TRANSITION: o registro é da próxima versão da parcial e da sua situação'
    );
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_transition_born AFTER INSERT ON records_parttransition
FOR EACH ROW EXECUTE FUNCTION held_transition_born();

-- A recorded transition whose part didn't follow it stops the commit.
CREATE FUNCTION held_transition_followed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT version FROM records_accountpart WHERE id = NEW.part_id) < NEW.version THEN
    PERFORM held_refuse('EST-TRANSITION: a parcial não seguiu a mudança registrada');
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER held_transition_followed AFTER INSERT ON records_parttransition
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION held_transition_followed();
