-- The graph of the pipeline as JSON. The definition has expressions as text, so that the values between steps cannot be read from it.
ALTER TABLE definitions ADD COLUMN graph TEXT;
