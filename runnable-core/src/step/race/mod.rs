//! Branches that run concurrently, of which the first that succeeds counts.

mod branches;
mod contender;
mod losers;
mod race;
