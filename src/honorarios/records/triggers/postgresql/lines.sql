CREATE FUNCTION held_line_born() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part records_accountpart;
BEGIN
  -- Whoever changes the part waits for us, or we wait and see the part as they left it.
  SELECT * INTO part FROM records_accountpart WHERE id = NEW.part_id FOR SHARE;
  IF part.id IS NULL OR held_is_frozen(part) THEN
    PERFORM held_refuse('EST-FROZEN: a parcial está congelada e não recebe lançamentos');
  END IF;
  IF NEW.office_id <> part.office_id OR NEW.billing_unit_id <> part.billing_unit_id THEN
    PERFORM held_refuse('EST-PLACE: o lançamento é do cliente e da unidade da sua parcial');
  END IF;
  IF NEW.version <> 1 OR NEW.status = 'reversed' THEN
    PERFORM held_refuse('EST-BORN: um lançamento nasce na versão 1 e não estornado');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_line_born AFTER INSERT ON records_feeline
FOR EACH ROW EXECUTE FUNCTION held_line_born();

CREATE FUNCTION held_line_reversed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  original records_feeline;
BEGIN
  SELECT * INTO original FROM records_feeline WHERE id = NEW.reverses_id FOR NO KEY UPDATE;
  IF original.status IS DISTINCT FROM 'active'
    OR ROW(NEW.part_id, -NEW.quantity, -NEW.total, -NEW.charged, {new_mirrored})
      IS DISTINCT FROM ROW(
        original.part_id, original.quantity, original.total, original.charged,
        {original_mirrored}
      )
  THEN
    PERFORM held_refuse(
      'EST-MIRROR: o estorno não espelha um lançamento ativo da mesma parcial'
    );
  END IF;

  UPDATE records_feeline
  SET status = 'reversed',
      version = version + 1,
      created_at = NEW.created_at,
      created_by_id = NEW.created_by_id
  WHERE id = NEW.reverses_id;
  RETURN NULL;
END $$;

CREATE TRIGGER held_line_reversed AFTER INSERT ON records_feeline
FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION held_line_reversed();

CREATE FUNCTION held_line_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part records_accountpart;
BEGIN
  IF OLD.status <> 'active' THEN
    PERFORM held_refuse('EST-REVERSED: lançamento estornado e estorno não mudam');
  END IF;
  SELECT * INTO part FROM records_accountpart WHERE id = OLD.part_id FOR SHARE;
  IF part.id IS NULL OR held_is_frozen(part) THEN
    PERFORM held_refuse('EST-FROZEN: a parcial está congelada e seus lançamentos não mudam');
  END IF;
  IF ROW({new_line_identity}) IS DISTINCT FROM ROW({old_line_identity}) THEN
    PERFORM held_refuse('EST-MOVED: um lançamento não muda de lugar nem de identidade');
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    PERFORM held_refuse('EST-VERSION: a versão do lançamento cresce de um em um');
  END IF;
  -- The reversal above is the only one that marks a line reversed, and it changes nothing else.
  IF NEW.status <> 'active' AND NOT (
    NEW.status = 'reversed'
    AND ROW({new_settled}) IS NOT DISTINCT FROM ROW({old_settled})
    AND EXISTS (SELECT 1 FROM records_feeline WHERE reverses_id = OLD.id)
  ) THEN
    PERFORM held_refuse('EST-REVERSED: só o seu estorno marca um lançamento como estornado');
  END IF;

  INSERT INTO records_feelineversion (line_id, replaced_at, {facts})
  VALUES (OLD.id, statement_timestamp(), {old_facts});
  RETURN NULL;
END $$;

CREATE TRIGGER held_line_changed AFTER UPDATE ON records_feeline
FOR EACH ROW EXECUTE FUNCTION held_line_changed();

-- Every version from 1 to the current one is there already, so that none can be made up.
CREATE FUNCTION held_line_version_born() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version < 1 OR NOT EXISTS (
    SELECT 1 FROM records_feeline WHERE id = NEW.line_id AND version > NEW.version
  ) THEN
    PERFORM held_refuse('EST-APPEND-ONLY: versões anteriores são gravadas só pelo banco');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_line_version_born AFTER INSERT ON records_feelineversion
FOR EACH ROW EXECUTE FUNCTION held_line_version_born();
