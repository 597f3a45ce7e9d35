//! The migrations of a database.

use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

/// The query for [`are_applied`]. In PostgreSQL, a schema has its own list of migrations.
#[cfg(feature = "sqlite")]
pub(super) const APPLIED: &str = "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version";

/// Returns the migrations with these names and statements, in their order.
pub(super) fn migrations(all: &[(&'static str, &'static str)]) -> Migrator {
    let migration = |(version, (name, text)): (i64, &(&'static str, &'static str))| {
        Migration::new(version, (*name).into(), MigrationType::Simple, text.into_sql_str(), false)
    };
    Migrator::with_migrations((1..).zip(all).map(migration).collect())
}

/// Returns whether a database has these migrations and no others.
#[cfg(feature = "sqlite")]
pub(super) fn are_applied(migrations: &Migrator, applied: &[(i64, Vec<u8>)]) -> bool {
    let ours = migrations.iter().map(|ours| (ours.version, &*ours.checksum));
    ours.eq(applied.iter().map(|(version, checksum)| (*version, &**checksum)))
}
