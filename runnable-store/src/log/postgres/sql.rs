//! Statements with their values as literals.
//!
//! A connection pooler in transaction mode may use another session for each transaction, so nothing
//! may depend on what an earlier message left in a session: no prepared statements, no settings, no
//! `search_path`. A statement is therefore a single message of the simple protocol, with settings
//! that end with its transaction.

use super::literal::Literal;
use crate::{
    error::{StoreError, StoreErrorKind},
    log::entries::Failure,
};
use futures_core::stream::BoxStream;
use sqlx::{AssertSqlSafe, FromRow, PgConnection, postgres::PgRow, raw_sql};
use std::sync::Arc;

/// A statement may wait for a lock, but not for a process that is frozen: see [`BEGIN`].
const LIMITED: &str = "SET LOCAL lock_timeout = '10s'; ";

/// Begins a transaction of several messages. The server ends its session if this process is frozen
/// in between.
pub(super) const BEGIN: &str = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '5s'";

/// The schema of the tables.
#[derive(Debug, Clone)]
pub(super) struct Schema(Arc<str>);

impl Schema {
    pub(super) fn new(name: &str) -> Self {
        Self(name.into())
    }

    pub(super) fn name(&self) -> &str {
        &self.0
    }

    /// Returns the name as an identifier.
    pub(super) fn quoted(&self) -> String {
        format!("\"{}\"", self.0.replace('"', "\"\""))
    }

    /// Starts a statement. `~` stands for the schema before the name of a table, and `$1` for the
    /// first value.
    pub(super) fn sql<'a>(&'a self, template: &'a str) -> Sql<'a> {
        Sql { schema: self, template, values: Vec::new(), error: None }
    }
}

/// A statement.
#[must_use]
pub(super) struct Sql<'a> {
    schema: &'a Schema,
    template: &'a str,
    values: Vec<String>,
    error: Option<StoreError>,
}

impl Sql<'_> {
    /// Sets the next value.
    pub(super) fn bind(mut self, value: impl Literal) -> Self {
        let mut literal = String::new();
        if !value.write(&mut literal) {
            let message = "the run log cannot hold a text with the character NUL";
            self.error = Some(StoreError::new(StoreErrorKind::Invalid, message));
        }
        self.values.push(literal);
        self
    }

    /// Sets the next value to a text that is looked for. Nothing equals a text that PostgreSQL cannot hold.
    pub(super) fn find(self, text: &str) -> Self {
        self.bind((!text.contains('\0')).then_some(text))
    }

    fn render(self) -> Result<AssertSqlSafe<String>, StoreError> {
        let Self { schema, template, values, error } = self;
        if let Some(error) = error {
            return Err(error);
        }
        let size = values.iter().map(String::len).sum::<usize>() + template.len();
        let mut sql = String::with_capacity(LIMITED.len() + size + 256);
        sql.push_str(LIMITED);
        let mut rest = template;
        while let Some(at) = rest.find(['~', '$']) {
            sql.push_str(&rest[..at]);
            let is_table = rest[at..].starts_with('~');
            rest = &rest[at + 1..];
            if is_table {
                sql.push_str(&schema.quoted());
                sql.push('.');
            } else {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let number: usize = rest[..digits].parse().unwrap_or_default();
                sql.push_str(number.checked_sub(1).and_then(|index| values.get(index)).map_or("NULL", String::as_str));
                rest = &rest[digits..];
            }
        }
        sql.push_str(rest);
        Ok(AssertSqlSafe(sql))
    }

    /// Returns the number of rows that the statement changed.
    pub(super) async fn execute(self, connection: &mut PgConnection) -> Result<u64, Failure> {
        Ok(raw_sql(self.render()?).execute(connection).await?.rows_affected())
    }

    pub(super) async fn rows(self, connection: &mut PgConnection) -> Result<Vec<PgRow>, Failure> {
        Ok(raw_sql(self.render()?).fetch_all(connection).await?)
    }

    pub(super) async fn row(self, connection: &mut PgConnection) -> Result<Option<PgRow>, Failure> {
        Ok(raw_sql(self.render()?).fetch_optional(connection).await?)
    }

    /// Returns the rows as they arrive.
    pub(super) fn stream(
        self,
        connection: &mut PgConnection,
    ) -> Result<BoxStream<'_, Result<PgRow, sqlx::Error>>, Failure> {
        Ok(raw_sql(self.render()?).fetch(connection))
    }

    /// Returns all rows as tuples.
    pub(super) async fn all<T>(self, connection: &mut PgConnection) -> Result<Vec<T>, Failure>
    where
        T: for<'r> FromRow<'r, PgRow>,
    {
        let rows = self.rows(connection).await?;
        Ok(rows.iter().map(T::from_row).collect::<Result<_, _>>()?)
    }

    /// Returns the first row as a tuple.
    pub(super) async fn first<T>(self, connection: &mut PgConnection) -> Result<Option<T>, Failure>
    where
        T: for<'r> FromRow<'r, PgRow>,
    {
        Ok(self.row(connection).await?.as_ref().map(T::from_row).transpose()?)
    }
}
