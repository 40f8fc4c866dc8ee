-- When the first and the last record of a row lie: a window that cuts their day still holds all of them, or it does not. Rows
-- whose service is empty are those of all services together.
ALTER TABLE measure_days
    ADD COLUMN IF NOT EXISTS first_at DateTime64(3, 'UTC'),
    ADD COLUMN IF NOT EXISTS last_at DateTime64(3, 'UTC');
