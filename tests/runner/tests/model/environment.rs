//! The values outside of a run that its expressions read, and that change between its parts.

use super::random::Random;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Environment {
    flag: bool,
    shift: i64,
    items: Vec<i64>,
    /// Orders lists, as the seed of a `HashSet` does.
    order: u64,
}

thread_local! {
    static CURRENT: RefCell<Environment> = RefCell::default();
}

impl Environment {
    pub(crate) fn random(random: &mut Random) -> Self {
        let items = (0..random.below(4)).map(|_| random.below(9).cast_signed()).collect();
        Self { flag: random.below(2) == 0, shift: random.below(50).cast_signed(), items, order: random.below(9) }
    }

    /// Changes one of the values, or all.
    pub(crate) fn changed(&self, random: &mut Random) -> Self {
        let (mut new, other) = (self.clone(), Self::random(random));
        match random.below(6) {
            0 => new.flag = other.flag,
            1 => new.shift = other.shift,
            2 => new.items = other.items,
            3 => new.order = other.order,
            _ => new = other,
        }
        new
    }

    pub(crate) fn enter(&self) {
        CURRENT.set(self.clone());
    }
}

pub(crate) fn flag() -> bool {
    CURRENT.with_borrow(|current| current.flag)
}

pub(crate) fn shift() -> i64 {
    CURRENT.with_borrow(|current| current.shift)
}

pub(crate) fn items() -> Vec<i64> {
    CURRENT.with_borrow(|current| current.items.clone())
}

/// Returns the items in an order that the surroundings decide.
pub(crate) fn shuffled(items: &[i64]) -> Vec<i64> {
    let order = CURRENT.with_borrow(|current| current.order);
    let mut items = items.to_vec();
    items.sort_by_key(|item| Random::new(order ^ item.cast_unsigned()).below(1_000));
    items
}
