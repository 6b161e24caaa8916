CREATE TRIGGER held_{table}_{event} BEFORE {event} ON {table}
FOR EACH {level} EXECUTE FUNCTION held_refuse_event();
