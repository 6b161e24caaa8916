-- UPDATE OR REPLACE deletes the row whose key it takes, and as quietly: see held_{table}_replaced.
CREATE TRIGGER held_{table}_overwritten BEFORE UPDATE ON {table}
WHEN (SELECT recursive_triggers FROM pragma_recursive_triggers) = 0
  AND EXISTS (SELECT 1 FROM {table} WHERE id <> OLD.id AND ({same}))
BEGIN
  SELECT RAISE(ABORT, 'EST-APPEND-ONLY: já há um registro com essa chave em {table}');
END;
