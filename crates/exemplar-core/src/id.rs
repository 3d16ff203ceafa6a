//! Identifiers, each a type of its own, so that one cannot be passed for another.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares an identifier that is a UUIDv7 made by the application.
macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

/// Declares an identifier that people write: a short name in lower case.
macro_rules! name_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Arc<str>);

        impl $name {
            /// The name as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Arc::from(text))
            }
        }

        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

uuid_id!(
    /// A case: a draft and the submitted case are one record with one id.
    CaseId
);
uuid_id!(
    /// One commit. Kept in the rows it wrote, so that a lost reply can be told from a lost commit.
    CommitId
);
uuid_id!(
    /// A job. It is also the idempotency key, Message-ID or event id outside.
    JobId
);
uuid_id!(
    /// A message to a person.
    MessageId
);
uuid_id!(
    /// A member of staff.
    StaffId
);
uuid_id!(
    /// An observation, from which figures are counted.
    ObservationId
);
uuid_id!(
    /// What somebody wrote of a service.
    FeedbackId
);
uuid_id!(
    /// A running instance that writes looks: each has a chain of its own.
    WriterId
);

impl CaseId {
    /// When it was drawn, to the millisecond: the id says so itself.
    #[must_use]
    pub fn drawn(self) -> Option<jiff::Timestamp> {
        let (seconds, nanoseconds) = self.0.get_timestamp()?.to_unix();
        jiff::Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?).ok()
    }
}

name_id!(
    /// A service: the name of its folder and the first part of its address, such as `register-to-vote`.
    ServiceId
);
name_id!(
    /// An organisation that owns services or offices.
    OrganisationId
);
name_id!(
    /// An office that handles an area.
    OfficeId
);
name_id!(
    /// A team that divides an office's work.
    TeamId
);
name_id!(
    /// A name in a definition: of a question, page, fact, option, outcome, message.
    Name
);
name_id!(
    /// A language as a BCP 47 tag, such as `en` or `cy`.
    Language
);

impl Name {
    /// The name as it stands in an address: `date_of_birth` is `date-of-birth`.
    #[must_use]
    pub fn in_address(&self) -> String {
        self.0.replace('_', "-")
    }

    /// The name that an address part stands for.
    #[must_use]
    pub fn from_address(part: &str) -> Self {
        Self::from(part.replace('-', "_"))
    }
}

/// What an applicant writes down: unique over the installation, not guessable, easy to read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(pub String);

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The digits and letters of references and codes: Crockford's base 32, which leaves out I, L, O and U.
/// Source: Douglas Crockford, "Base 32".
pub const CODE_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes random bytes as a code of `groups` groups of four characters, 20 bits each.
///
/// Takes as many bytes as there are characters and uses five bits of each.
///
/// # Panics
/// Never for `random` of at least `4 * groups` bytes.
#[must_use]
pub fn code(random: &[u8], groups: usize) -> String {
    let mut out = String::with_capacity(groups * 5);
    for (i, byte) in random.iter().take(groups * 4).enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push('-');
        }
        out.push(char::from(CODE_ALPHABET[usize::from(byte & 31)]));
    }
    out
}

/// Brings a code as a person typed it to the form in which it was given: `o` is 0, `i` and `l` are 1,
/// spaces and dashes do not count.
#[must_use]
pub fn code_as_given(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let plain = typed.chars().filter_map(|c| match c.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        c if c.is_ascii_alphanumeric() => Some(c),
        _ => None,
    });
    for (i, c) in plain.enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push('-');
        }
        out.push(c);
    }
    out
}

/// A SHA-256 of something's content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_typed_carelessly_is_the_code_that_was_given() {
        let given = code(&[0, 1, 10, 31, 5, 6, 7, 8], 2);
        assert_eq!(given, "01AZ-5678");
        assert_eq!(code_as_given(" o1az 5678"), given);
        assert_eq!(code_as_given("0l-AZ56-78"), given);
    }

    #[test]
    fn a_name_in_an_address_is_found_again() {
        let name = Name::from("date_of_birth");
        assert_eq!(name.in_address(), "date-of-birth");
        assert_eq!(Name::from_address("date-of-birth"), name);
    }
}
