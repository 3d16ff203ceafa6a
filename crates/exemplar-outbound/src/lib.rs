//! What leaves the installation, or is kept outside of its database. One module a capability: [`mail`] sends e-mail, [`objects`] keeps the
//! content of files, [`scanner`] has it looked at for viruses. No rule and no SQL is here.

pub mod mail;
pub mod objects;
pub mod scanner;

pub use mail::{Letter, Mailer, NotSent, Sender};
pub use objects::{Coming, ObjectFault, ObjectKey, ObjectName, ObjectReader, Objects, PIECE};
pub use scanner::{NotScanned, Scanner, Verdict};
