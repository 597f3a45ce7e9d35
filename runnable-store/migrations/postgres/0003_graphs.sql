ALTER TABLE definitions ADD COLUMN graph TEXT;
COMMENT ON COLUMN definitions.graph IS 'The graph of the pipeline, as JSON. Empty if only earlier versions recorded runs of the definition.';
