CREATE FUNCTION held_refuse(why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = why;
END $$;

-- A check that no row exists sees only what its snapshot does, whatever lock it waited for.
CREATE FUNCTION held_read_committed() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    PERFORM held_refuse('EST-ISOLATION: esta mudança pede uma transação READ COMMITTED');
  END IF;
END $$;

-- Whether the account's attendance is cancelled; it stays so until the transaction ends.
CREATE FUNCTION held_is_cancelled(account bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  found_status text;
BEGIN
  SELECT attendance.status INTO found_status
  FROM records_account AS owner
  JOIN records_attendance AS attendance ON attendance.id = owner.attendance_id
  WHERE owner.id = account
  FOR SHARE OF attendance;
  RETURN found_status IS NULL OR found_status = 'cancelled';
END $$;

-- A part is frozen by its state, by its tax invoice where the patient pays, or by its attendance.
CREATE FUNCTION held_is_frozen(part records_accountpart) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF part.status NOT IN ('open', 'closed') THEN
    RETURN true;
  END IF;
  IF part.tax_invoice <> ''
    AND (SELECT "group" FROM records_payer WHERE id = part.payer_id) = 'self_pay'
  THEN
    RETURN true;
  END IF;
  RETURN held_is_cancelled(part.account_id);
END $$;

CREATE FUNCTION held_refuse_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM held_refuse('EST-APPEND-ONLY: ' || TG_OP || ' recusado em ' || TG_TABLE_NAME);
END $$;
