//! A commit as one statement: each step a common table expression, and a last SELECT that fails if a guard or a claim
//! did not hold. A statement that fails writes nothing.

use std::fmt::Write;

use bytes::BytesMut;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::Fault;
use crate::value::{Expect, Row, Step, Value, Written};

/// Writes `?1` as `$1`, counting on from `offset`.
pub(super) fn numbered(sql: &str, offset: usize) -> String {
    let mut out = String::with_capacity(sql.len() + 16);
    let mut rest = sql;
    while let Some(at) = rest.find('?') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: usize = rest[..end].parse().unwrap_or(0);
        // Writing to a string cannot fail.
        let _ = write!(out, "${}", number + offset);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The statement of a commit and its values.
pub(super) fn compose(steps: &[Step]) -> (String, Vec<&(dyn ToSql + Sync)>) {
    let values: Vec<_> = steps
        .iter()
        .flat_map(|step| &step.values)
        .map(|value| value as &(dyn ToSql + Sync))
        .collect();
    if let [only] = steps {
        return (numbered(&only.sql, 0), values);
    }
    let mut sql = String::with_capacity(steps.iter().map(|step| step.sql.len() + 60).sum());
    let mut offset = 0;
    for (i, step) in steps.iter().enumerate() {
        sql.push_str(if i == 0 { "WITH " } else { ", " });
        let _ = write!(sql, "s{i} AS ({}", numbered(&step.sql, offset));
        if step.expect != Expect::Any {
            sql.push_str(" RETURNING 1");
        }
        sql.push(')');
        offset += step.values.len();
    }
    sql.push_str(" SELECT 1 / (CASE WHEN ");
    all_hold(&mut sql, steps, Expect::Guard);
    sql.push_str(" THEN 1 ELSE 0 END), sqrt(CASE WHEN ");
    all_hold(&mut sql, steps, Expect::Claim);
    sql.push_str(" THEN 1 ELSE -1 END)");
    (sql, values)
}

/// What a statement says of a commit that raised no error: a lone guard or claim answers by the rows that it touched.
pub(super) fn outcome(steps: &[Step], count: u64) -> Written {
    match steps {
        [only] if only.expect == Expect::Guard && count != 1 => Written::Conflict,
        [only] if only.expect == Expect::Claim && count != 1 => Written::Claimed,
        _ => Written::Done,
    }
}

/// A condition that each step with this expectation touched one row. They run in this order.
fn all_hold(sql: &mut String, steps: &[Step], expect: Expect) {
    sql.push_str("true");
    for (i, _) in steps.iter().enumerate().filter(|(_, s)| s.expect == expect) {
        let _ = write!(sql, " AND (SELECT count(*) FROM s{i}) = 1");
    }
}

/// What a failed statement says of a commit: the two errors that [`compose`] provokes, and those of two commits at once.
pub(super) fn written(error: &tokio_postgres::Error) -> Option<Written> {
    let code = error.code()?;
    let conflicts = [
        SqlState::DIVISION_BY_ZERO,
        SqlState::UNIQUE_VIOLATION,
        SqlState::FOREIGN_KEY_VIOLATION,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::T_R_SERIALIZATION_FAILURE,
    ];
    if *code == SqlState::INVALID_ARGUMENT_FOR_POWER_FUNCTION {
        return Some(Written::Claimed);
    }
    conflicts.contains(code).then_some(Written::Conflict)
}

/// Reads a row into our own values.
pub(super) fn row(row: &tokio_postgres::Row) -> Result<Row, Fault> {
    let mut values = Vec::with_capacity(row.len());
    for (i, column) in row.columns().iter().enumerate() {
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(i).map(Value::from),
            Type::INT4 => row.try_get::<_, Option<i32>>(i).map(Value::from),
            Type::TEXT => row.try_get::<_, Option<String>>(i).map(Value::from),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(i).map(Value::from),
            Type::UUID => row.try_get::<_, Option<uuid::Uuid>>(i).map(Value::from),
            _ => return Err(Fault::broken("a column of a type that is not ours")),
        };
        values.push(value.map_err(|error| Fault::database("read a row", error))?);
    }
    Ok(Row(values))
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) if *kind == Type::INT4 => i32::try_from(*value)?.to_sql(kind, out),
            Self::Int(value) => value.to_sql_checked(kind, out),
            Self::Text(value) => value.to_sql_checked(kind, out),
            Self::Bytes(value) => value.to_sql_checked(kind, out),
            Self::Uuid(value) => value.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // What does not fit is found in `to_sql`, where the value is known.
        true
    }

    to_sql_checked!();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::values;

    #[test]
    fn values_are_numbered_on_from_step_to_step() {
        let step = |sql: &'static str, expect| Step {
            sql: sql.into(),
            values: values![1i64, 2i64],
            expect,
        };
        let steps = [
            step("UPDATE a SET b = ?2 WHERE c = ?1", Expect::Guard),
            step("INSERT INTO d VALUES (?1, ?2)", Expect::Any),
        ];
        let (sql, values) = compose(&steps);
        assert_eq!(
            sql,
            "WITH s0 AS (UPDATE a SET b = $2 WHERE c = $1 RETURNING 1), s1 AS (INSERT INTO d VALUES ($3, $4)) \
             SELECT 1 / (CASE WHEN true AND (SELECT count(*) FROM s0) = 1 THEN 1 ELSE 0 END), \
             sqrt(CASE WHEN true THEN 1 ELSE -1 END)"
        );
        assert_eq!(values.len(), 4);
    }
}
