CREATE TRIGGER held_remittance_item_born AFTER INSERT ON records_remittanceitem
BEGIN
  SELECT RAISE(ABORT, 'EST-REMITTANCE: só entra na remessa parcial liberada que está sendo faturada')
  WHERE NOT EXISTS (
    SELECT 1
    FROM records_accountpart AS part
    JOIN records_parttransition AS transition
      ON transition.part_id = part.id AND transition.version = part.version + 1
    WHERE part.id = NEW.part_id AND transition.verb = 'bill'
  );

  SELECT RAISE(ABORT, 'EST-REMITTANCE: a parcial é de outro convênio, unidade ou cliente')
  WHERE NOT EXISTS (
    SELECT 1
    FROM records_accountpart AS part
    JOIN records_remittance AS remittance
      ON remittance.payer_id = part.payer_id
      AND remittance.billing_unit_id = part.billing_unit_id
      AND remittance.office_id = part.office_id
    WHERE part.id = NEW.part_id
      AND remittance.id = NEW.remittance_id
      AND remittance.office_id = NEW.office_id
  );

  SELECT RAISE(ABORT, 'EST-REMITTANCE: o total não é a soma do cobrado da parcial')
  WHERE NEW.total IS NOT (
    SELECT COALESCE(SUM(charged), 0) FROM records_feeline WHERE part_id = NEW.part_id
  );

  -- The first part to be billed or taken out seals the remittance.
  SELECT RAISE(ABORT, 'EST-REMITTANCE: a remessa já foi emitida')
  WHERE EXISTS (SELECT 1 FROM records_accountpart WHERE remittance_id = NEW.remittance_id)
    OR EXISTS (
      SELECT 1 FROM records_remittanceexit
      WHERE item_id = (
        SELECT id FROM records_remittanceitem
        WHERE remittance_id = NEW.remittance_id
        ORDER BY part_id
        LIMIT 1
      )
    );
END;

CREATE TRIGGER held_remittance_exit_born AFTER INSERT ON records_remittanceexit
BEGIN
  SELECT RAISE(ABORT, 'EST-REMITTANCE: só sai da remessa parcial faturada que está sendo refaturada')
  WHERE NOT EXISTS (
    SELECT 1
    FROM records_remittanceitem AS item
    JOIN records_accountpart AS part
      ON part.id = item.part_id AND part.remittance_id = item.remittance_id
    JOIN records_parttransition AS transition
      ON transition.part_id = part.id AND transition.version = part.version + 1
    WHERE item.id = NEW.item_id
      AND item.office_id = NEW.office_id
      AND transition.verb = 'rebill'
  );
END;

CREATE TRIGGER held_part_billed AFTER UPDATE ON records_accountpart
WHEN NEW.status = 'billed' AND OLD.status <> 'billed'
BEGIN
  SELECT RAISE(ABORT, 'EST-REMITTANCE: a parcial não está na remessa, ou está também em outra')
  WHERE NEW.remittance_id IS NOT (
    -- One item without exit, and of this remittance: several give NULL.
    SELECT CASE WHEN COUNT(*) = 1 THEN MIN(item.remittance_id) END
    FROM records_remittanceitem AS item
    WHERE item.part_id = NEW.id
      AND NOT EXISTS (SELECT 1 FROM records_remittanceexit WHERE item_id = item.id)
  );

  SELECT RAISE(ABORT, 'EST-REMITTANCE: o total da remessa não é a soma das suas parciais')
  WHERE (SELECT total FROM records_remittance WHERE id = NEW.remittance_id) IS NOT (
    SELECT SUM(total) FROM records_remittanceitem WHERE remittance_id = NEW.remittance_id
  );
END;

CREATE TRIGGER held_part_rebilled AFTER UPDATE ON records_accountpart
WHEN OLD.status = 'billed' AND NEW.status <> 'billed'
BEGIN
  SELECT RAISE(ABORT, 'EST-REMITTANCE: falta o registro da saída da remessa')
  WHERE NOT EXISTS (
    SELECT 1
    FROM records_remittanceitem AS item
    JOIN records_remittanceexit AS taken ON taken.item_id = item.id
    WHERE item.remittance_id = OLD.remittance_id AND item.part_id = OLD.id
  );
END;
