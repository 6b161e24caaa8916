-- Terms and prices are append-only but for their end, which is written once.
CREATE FUNCTION held_{table}_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.removed_in IS NOT NULL
    OR NEW.removed_in IS NULL
    OR ROW({new_rest}) IS DISTINCT FROM ROW({old_rest})
  THEN
    PERFORM held_refuse(
      'EST-APPEND-ONLY: condições e preços não se alteram: só se encerram, uma vez'
    );
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER held_{table}_ended AFTER UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION held_{table}_ended();
