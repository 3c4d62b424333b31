-- Who asks again is answered letter by letter as before; jsonb would put fields in an order of its
-- own.
ALTER TABLE idempotency ALTER COLUMN body TYPE json;
