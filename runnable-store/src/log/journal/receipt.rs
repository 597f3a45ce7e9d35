//! The receipt of a write.

/// The position of a write in its run, to wait for: [`RunWriter::poll_durable`](crate::RunWriter::poll_durable).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use = "the write is durable once `poll_durable` returns"]
pub struct Receipt(u64);

impl From<u64> for Receipt {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl From<Receipt> for u64 {
    fn from(receipt: Receipt) -> Self {
        receipt.0
    }
}
