CREATE TRIGGER held_{table}_{event} BEFORE {event} ON {table}
BEGIN
  SELECT RAISE(ABORT, 'EST-APPEND-ONLY: {event} recusado em {table}');
END;
