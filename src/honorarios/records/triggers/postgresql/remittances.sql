CREATE FUNCTION held_remittance_item_born() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part records_accountpart;
  sent records_remittance;
BEGIN
  SELECT * INTO part FROM records_accountpart WHERE id = NEW.part_id FOR NO KEY UPDATE;
  IF NOT EXISTS (
    SELECT 1 FROM records_parttransition
    WHERE part_id = part.id AND version = part.version + 1 AND verb = 'bill'
  ) THEN
    PERFORM held_refuse(
      'EST-REMITTANCE: só entra na remessa parcial liberada que está sendo faturada'
    );
  END IF;

  -- Whoever seals the remittance, or adds to it, waits for us.
  SELECT * INTO sent FROM records_remittance WHERE id = NEW.remittance_id FOR NO KEY UPDATE;
  IF ROW(sent.payer_id, sent.billing_unit_id, sent.office_id, NEW.office_id)
    IS DISTINCT FROM ROW(part.payer_id, part.billing_unit_id, part.office_id, part.office_id)
  THEN
    PERFORM held_refuse('EST-REMITTANCE: a parcial é de outro convênio, unidade ou cliente');
  END IF;
  IF NEW.total <> (
    SELECT COALESCE(SUM(charged), 0) FROM records_feeline WHERE part_id = NEW.part_id
  ) THEN
    PERFORM held_refuse('EST-REMITTANCE: o total não é a soma do cobrado da parcial');
  END IF;
  IF held_is_sealed(NEW.remittance_id) THEN
    PERFORM held_refuse('EST-REMITTANCE: a remessa já foi emitida');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_remittance_item_born AFTER INSERT ON records_remittanceitem
FOR EACH ROW EXECUTE FUNCTION held_remittance_item_born();

-- The first part to be billed or taken out seals the remittance.
CREATE FUNCTION held_is_sealed(sent bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM records_accountpart WHERE remittance_id = sent)
    OR EXISTS (
      SELECT 1 FROM records_remittanceexit
      WHERE item_id = (
        SELECT id FROM records_remittanceitem
        WHERE remittance_id = sent
        ORDER BY part_id
        LIMIT 1
      )
    );
END $$;

CREATE FUNCTION held_remittance_exit_born() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1
    FROM records_remittanceitem AS item
    JOIN records_accountpart AS part
      ON part.id = item.part_id AND part.remittance_id = item.remittance_id
    JOIN records_parttransition AS transition
      ON transition.part_id = part.id AND transition.version = part.version + 1
    WHERE item.id = NEW.item_id
      AND item.office_id = NEW.office_id
      AND transition.verb = 'rebill'
  ) THEN
    PERFORM held_refuse(
      'EST-REMITTANCE: só sai da remessa parcial faturada que está sendo refaturada'
    );
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_remittance_exit_born AFTER INSERT ON records_remittanceexit
FOR EACH ROW EXECUTE FUNCTION held_remittance_exit_born();

CREATE FUNCTION held_part_billed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM records_remittance WHERE id = NEW.remittance_id FOR NO KEY UPDATE;
  IF NEW.remittance_id IS DISTINCT FROM (
    -- One item without exit, and of this remittance: several give NULL.
    SELECT CASE WHEN COUNT(*) = 1 THEN MIN(item.remittance_id) END
    FROM records_remittanceitem AS item
    WHERE item.part_id = NEW.id
      AND NOT EXISTS (SELECT 1 FROM records_remittanceexit WHERE item_id = item.id)
  ) THEN
    PERFORM held_refuse(
      'EST-REMITTANCE: a parcial não está na remessa, ou está também em outra'
    );
  END IF;
  IF (SELECT total FROM records_remittance WHERE id = NEW.remittance_id) IS DISTINCT FROM (
    SELECT SUM(total) FROM records_remittanceitem WHERE remittance_id = NEW.remittance_id
  ) THEN
    PERFORM held_refuse('EST-REMITTANCE: o total da remessa não é a soma das suas parciais');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_part_billed AFTER UPDATE ON records_accountpart
FOR EACH ROW WHEN (NEW.status = 'billed' AND OLD.status <> 'billed')
EXECUTE FUNCTION held_part_billed();

CREATE FUNCTION held_part_rebilled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1
    FROM records_remittanceitem AS item
    JOIN records_remittanceexit AS taken ON taken.item_id = item.id
    WHERE item.remittance_id = OLD.remittance_id AND item.part_id = OLD.id
  ) THEN
    PERFORM held_refuse('EST-REMITTANCE: falta o registro da saída da remessa');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_part_rebilled AFTER UPDATE ON records_accountpart
FOR EACH ROW WHEN (OLD.status = 'billed' AND NEW.status <> 'billed')
EXECUTE FUNCTION held_part_rebilled();
