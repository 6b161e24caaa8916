-- The parts that may change: open or closed, of an attendance that isn't cancelled, and without a
-- tax invoice where the patient pays. A part that isn't here is frozen.
CREATE VIEW held_free_part AS
SELECT part.id, part.account_id
FROM records_accountpart AS part
JOIN records_account AS account ON account.id = part.account_id
JOIN records_attendance AS attendance ON attendance.id = account.attendance_id
JOIN records_payer AS payer ON payer.id = part.payer_id
WHERE part.status IN ('open', 'closed')
  AND attendance.status <> 'cancelled'
  AND (part.tax_invoice = '' OR payer."group" <> 'self_pay');
