-- INSERT OR REPLACE deletes what it replaces. Where recursive_triggers is on, as in the product's own
-- connections, the DELETE triggers see it; in any other connection this one does.
CREATE TRIGGER held_{table}_replaced BEFORE INSERT ON {table}
WHEN ({taken})
  AND (SELECT recursive_triggers FROM pragma_recursive_triggers) = 0
BEGIN
  SELECT RAISE(ABORT, 'EST-APPEND-ONLY: já há um registro com essa chave em {table}');
END;
