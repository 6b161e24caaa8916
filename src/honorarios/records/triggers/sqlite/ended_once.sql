-- Terms and prices are append-only but for their end, which is written once.
CREATE TRIGGER held_{table}_ended AFTER UPDATE ON {table}
BEGIN
  SELECT RAISE(ABORT, 'EST-APPEND-ONLY: condições e preços não se alteram: só se encerram, uma vez')
  WHERE OLD.removed_in IS NOT NULL
    OR NEW.removed_in IS NULL
    OR ({new_rest}) IS NOT ({old_rest});
END;
