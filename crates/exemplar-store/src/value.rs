//! Values, rows and statements as both engines understand them. SQL is written once, with `?1`, `?2` for its values.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::Fault;
use exemplar_core::id::Digest;

/// One value of a row or a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(Cow<'static, str>),
    Bytes(Vec<u8>),
    Uuid(Uuid),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Cow::Owned(value))
    }
}

impl From<&'static str> for Value {
    fn from(value: &'static str) -> Self {
        Self::Text(Cow::Borrowed(value))
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl From<[u8; 32]> for Value {
    fn from(value: [u8; 32]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl From<Digest> for Value {
    fn from(value: Digest) -> Self {
        Self::Bytes(value.0.to_vec())
    }
}

impl From<Uuid> for Value {
    fn from(value: Uuid) -> Self {
        Self::Uuid(value)
    }
}

impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Self {
        Self::Int(value.as_microsecond())
    }
}

impl From<Date> for Value {
    fn from(value: Date) -> Self {
        Self::Text(Cow::Owned(value.to_string()))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Text that is borrowed from a record, as a value.
pub(crate) fn text(value: &str) -> Value {
    Value::Text(Cow::Owned(value.to_owned()))
}

/// Values for a statement, in order.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::value::Value::from($value)),*] };
}
pub(crate) use values;

/// One row that was read.
#[derive(Debug)]
pub(crate) struct Row(pub Vec<Value>);

impl Row {
    fn take(&mut self, column: usize) -> Value {
        self.0
            .get_mut(column)
            .map_or(Value::Null, |value| std::mem::replace(value, Value::Null))
    }

    pub(crate) fn is_null(&self, column: usize) -> bool {
        matches!(self.0.get(column), None | Some(Value::Null))
    }

    pub(crate) fn int(&mut self, column: usize) -> Result<i64, Fault> {
        match self.take(column) {
            Value::Int(value) => Ok(value),
            _ => Err(wrong(column, "a number")),
        }
    }

    pub(crate) fn small(&mut self, column: usize) -> Result<i32, Fault> {
        i32::try_from(self.int(column)?).map_err(|_| wrong(column, "a small number"))
    }

    pub(crate) fn text(&mut self, column: usize) -> Result<String, Fault> {
        match self.take(column) {
            Value::Text(value) => Ok(value.into_owned()),
            _ => Err(wrong(column, "text")),
        }
    }

    pub(crate) fn bytes(&mut self, column: usize) -> Result<Vec<u8>, Fault> {
        match self.take(column) {
            Value::Bytes(value) => Ok(value),
            _ => Err(wrong(column, "bytes")),
        }
    }

    pub(crate) fn digest(&mut self, column: usize) -> Result<Digest, Fault> {
        let bytes = self.bytes(column)?;
        let array = bytes.try_into().map_err(|_| wrong(column, "a digest"))?;
        Ok(Digest(array))
    }

    pub(crate) fn uuid(&mut self, column: usize) -> Result<Uuid, Fault> {
        match self.take(column) {
            Value::Uuid(value) => Ok(value),
            Value::Bytes(value) => Uuid::from_slice(&value).map_err(|_| wrong(column, "an id")),
            _ => Err(wrong(column, "an id")),
        }
    }

    pub(crate) fn time(&mut self, column: usize) -> Result<Timestamp, Fault> {
        Timestamp::from_microsecond(self.int(column)?).map_err(|_| wrong(column, "a time"))
    }

    pub(crate) fn date(&mut self, column: usize) -> Result<Date, Fault> {
        self.text(column)?.parse().map_err(|_| wrong(column, "a day"))
    }

    /// Reads a column that may be empty.
    pub(crate) fn maybe<T>(
        &mut self,
        column: usize,
        read: impl FnOnce(&mut Self, usize) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        if self.is_null(column) {
            return Ok(None);
        }
        read(self, column).map(Some)
    }
}

fn wrong(column: usize, wanted: &str) -> Fault {
    Fault::broken(format!("column {column} is not {wanted}"))
}

/// What the number of rows that a statement touched means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// One row, or a record was written since it was read.
    Guard,
    /// One row, or the claim is somebody's.
    Claim,
    /// Any number.
    Any,
}

/// One statement of a commit.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub sql: Cow<'static, str>,
    pub values: Vec<Value>,
    pub expect: Expect,
}

/// What came of the statements of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// All are durable.
    Done,
    /// None is: a guard failed.
    Conflict,
    /// None is: a claim is somebody's.
    Claimed,
}
