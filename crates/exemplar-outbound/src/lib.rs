//! What leaves the installation, or is kept outside of its database. One module a capability: [`mail`] sends e-mail, [`texts`] are written for telephones, [`objects`] keeps the
//! content of files in a folder or in a bucket, [`connectors`] ask other systems, [`scanner`] has it looked at for viruses. No rule and no SQL is here.

pub mod connectors;
mod http;
pub mod mail;
pub mod objects;
pub mod scanner;
pub mod texts;

pub use connectors::{BadConnector, Connectors, NotAnswered};
pub use mail::{AttachedPage, Letter, Mailer, NotSent, Sender};
pub use objects::{
    BadBucket, BucketSettings, Coming, ObjectFault, ObjectKey, ObjectName, ObjectReader, Objects, PIECE,
};
pub use scanner::{NotScanned, Scanner, Verdict};
pub use texts::{TextTo, Texts};
