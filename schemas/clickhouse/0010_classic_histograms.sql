-- Of a histogram that comes by a series for each bound: which histogram a reading is of, and the bound; 0 and 0 for others.
-- The bucket without a bound has the greatest number as its bound.
ALTER TABLE sli_samples
    ADD COLUMN IF NOT EXISTS histogram UInt64,
    ADD COLUMN IF NOT EXISTS bound Float64;
