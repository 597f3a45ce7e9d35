//! A server of its own for each test.
