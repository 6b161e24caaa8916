CREATE TRIGGER held_line_born AFTER INSERT ON records_feeline
BEGIN
  SELECT RAISE(ABORT, 'EST-FROZEN: a parcial está congelada e não recebe lançamentos')
  WHERE NOT EXISTS (SELECT 1 FROM held_free_part WHERE id = NEW.part_id);

  SELECT RAISE(ABORT, 'EST-PLACE: o lançamento é do cliente e da unidade da sua parcial')
  WHERE NOT EXISTS (
    SELECT 1 FROM records_accountpart
    WHERE id = NEW.part_id
      AND office_id = NEW.office_id
      AND billing_unit_id = NEW.billing_unit_id
  );

  SELECT RAISE(ABORT, 'EST-BORN: um lançamento nasce na versão 1 e não estornado')
  WHERE NEW.version <> 1 OR NEW.status = 'reversed';
END;

CREATE TRIGGER held_line_reversed AFTER INSERT ON records_feeline
WHEN NEW.reverses_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'EST-MIRROR: o estorno não espelha um lançamento ativo da mesma parcial')
  WHERE (NEW.part_id, -NEW.quantity, -NEW.total, -NEW.charged, {new_mirrored}) IS NOT (
    SELECT part_id, quantity, total, charged, {mirrored}
    FROM records_feeline
    WHERE id = NEW.reverses_id AND status = 'active'
  );

  UPDATE records_feeline
  SET status = 'reversed',
      version = version + 1,
      created_at = NEW.created_at,
      created_by_id = NEW.created_by_id
  WHERE id = NEW.reverses_id;
END;

CREATE TRIGGER held_line_changed AFTER UPDATE ON records_feeline
BEGIN
  SELECT RAISE(ABORT, 'EST-REVERSED: lançamento estornado e estorno não mudam')
  WHERE OLD.status <> 'active';

  SELECT RAISE(ABORT, 'EST-FROZEN: a parcial está congelada e seus lançamentos não mudam')
  WHERE NOT EXISTS (SELECT 1 FROM held_free_part WHERE id = OLD.part_id);

  SELECT RAISE(ABORT, 'EST-MOVED: um lançamento não muda de lugar nem de identidade')
  WHERE ({new_line_identity}) IS NOT ({old_line_identity});

  SELECT RAISE(ABORT, 'EST-VERSION: a versão do lançamento cresce de um em um')
  WHERE NEW.version <> OLD.version + 1;

  -- The reversal above is the only one that marks a line reversed, and it changes nothing else.
  SELECT RAISE(ABORT, 'EST-REVERSED: só o seu estorno marca um lançamento como estornado')
  WHERE NEW.status <> 'active' AND NOT (
    NEW.status = 'reversed'
    AND ({new_settled}) IS ({old_settled})
    AND EXISTS (SELECT 1 FROM records_feeline WHERE reverses_id = OLD.id)
  );

  INSERT INTO records_feelineversion (line_id, replaced_at, {facts})
  VALUES (OLD.id, strftime('%Y-%m-%d %H:%M:%f', 'now'), {old_facts});
END;

-- Every version from 1 to the current one is there already, so that none can be made up.
CREATE TRIGGER held_line_version_born AFTER INSERT ON records_feelineversion
WHEN NEW.version < 1 OR NOT EXISTS (
  SELECT 1 FROM records_feeline WHERE id = NEW.line_id AND version > NEW.version
)
BEGIN
  SELECT RAISE(ABORT, 'EST-APPEND-ONLY: versões anteriores são gravadas só pelo banco');
END;
