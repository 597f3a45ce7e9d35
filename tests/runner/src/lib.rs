//! Tests of the feature `runner`.
