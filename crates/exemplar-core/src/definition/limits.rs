//! What a definition may be at most, each with its reason. A definition may be hostile.

/// Bytes of all files of a definition. The largest drafts have some 60 KB; lists of offices some 100 KB.
pub const FOLDER_BYTES: usize = 2 * 1024 * 1024;
/// Bytes of the file of organisations: some 400 of each, offices and all.
pub const ORGANISATIONS_BYTES: usize = 512 * 1024;
/// Organisations of an installation; the largest that is known of has some 400.
pub const ORGANISATIONS: usize = 1_000;
/// Files of a definition.
pub const FOLDER_FILES: usize = 200;
/// Characters of a file's path inside the folder.
pub const PATH_CHARACTERS: usize = 120;
/// How deep headings may stand. The deepest place of the language, an option on a page in a task, has 7.
pub const DEPTH: usize = 20;
/// Headings, texts and list entries in one YAML file.
pub const NODES: usize = 50_000;
/// Bytes of one text.
pub const TEXT_BYTES: usize = 20_000;
/// Characters of a name: it stands in addresses and tables.
pub const NAME_CHARACTERS: usize = 60;
/// Pages of a service. The longest known form has some 150; a service of 1,000 questions is measured.
pub const PAGES: usize = 1_200;
/// Rows of a question of rows where the definition says nothing.
pub const ROWS: u32 = 50;
/// Rows of a table or grid: they stand on one page, and nobody fills in more.
pub const TABLE_ROWS: usize = 30;
/// Columns of a table: more do not fit beside each other.
pub const TABLE_COLUMNS: usize = 5;
/// Options of a grid: they stand beside each other in each row.
pub const GRID_OPTIONS: usize = 7;
/// Rows of a question of rows whatever the definition says: all of them are sealed with each save, some 100 bytes an
/// answer, and stand on one page.
pub const ROWS_AT_MOST: u32 = 100;
/// Rows that each row of another question holds, at the most and where the definition says nothing: they multiply.
pub const ROWS_IN_A_ROW: u32 = 20;
/// Questions of one row.
pub const ROW_QUESTIONS: usize = 40;
/// Answers that expressions may look at on one walk: rows, times the questions of each, times the pages at which they may
/// be looked at again. A look takes some 50 nanoseconds, and the largest drafts have some 200,000.
pub const ROW_LOOKS: usize = 4_000_000;
/// Options of one choice that are written in place; more are a list.
pub const OPTIONS: usize = 200;
/// Rows of a list: postal towns, countries, offices.
pub const LIST_ROWS: usize = 20_000;
/// Columns of a list.
pub const LIST_COLUMNS: usize = 30;
/// Languages of a service.
pub const LANGUAGES: usize = 30;
/// Facts of a service.
pub const FACTS: usize = 300;
/// Examples of a service; each is walked at every check.
pub const EXAMPLES: usize = 100;
/// Findings that are reported; after that the rest is counted.
pub const FINDINGS: usize = 200;
/// Expressions of a service: parsing one takes some 50 microseconds. The largest drafts have some 60.
pub const EXPRESSIONS: usize = 2_000;
/// Characters of an expression.
pub const EXPRESSION_CHARACTERS: usize = 500;
/// Brackets within brackets in an expression.
pub const EXPRESSION_BRACKETS: usize = 6;
/// Facts that lead to facts, as deep as evaluation goes.
pub const FACT_DEPTH: usize = 40;
/// The stack on which a definition is read: the parser of expressions takes some 20 KB a level.
pub const STACK_BYTES: usize = 32 * 1024 * 1024;
/// Characters of a text to a mobile telephone: six parts of 153, as many as gateways take together.
pub const TEXT_MESSAGE_CHARACTERS: usize = 918;
/// Stages of a service: each is an option on the page of a case.
pub const STAGES: usize = 20;
/// What an office can ask for in a service: each is an option on the page of a case.
pub const ASKS: usize = 20;
/// Checks of a service: each is a request to another system for each case.
pub const CHECKS: usize = 20;
/// Fields of a record of another system: all of them are shown on one page.
pub const RECORD_FIELDS: usize = 20;
/// Lines of a fee: each is a money line of the case, and all are written in one commit with the rest.
pub const FEE_LINES: usize = 20;
/// What the decisions of a service can issue.
pub const ISSUES: usize = 10;
/// What a register shows of one entry.
pub const SHOWN: usize = 20;
/// Equality questions of a service: more would be answered by nobody.
pub const EQUALITY_QUESTIONS: usize = 12;
/// Options of an equality question: with more, few people share one.
pub const EQUALITY_OPTIONS: usize = 20;
/// Steps of filling one text with answers.
pub const FILL_STEPS: u64 = 20_000;

/// First parts of addresses that the platform keeps for itself, and names of its own pages within a service.
pub const RESERVED_ADDRESSES: &[&str] = &[
    "about",
    "accessibility",
    "account",
    "admin",
    "api",
    "assets",
    "check-answers",
    "confirmation",
    "contact",
    "cookies",
    "eligibility",
    "favicon.ico",
    "feedback",
    "health",
    "help",
    "metrics",
    "performance",
    "privacy",
    "return",
    "robots.txt",
    "save",
    "services",
    "sign-in",
    "sign-out",
    "staff",
    "start",
    "status",
    "well-known",
];

/// Addresses within a service that no page can have.
pub const RESERVED_PAGES: &[&str] = &[
    "accessibility",
    "already",
    "asked",
    "check-answers",
    "confirmation",
    "contact",
    "cookies",
    "deadline",
    "done",
    "equality",
    "feedback",
    "issued",
    "leave",
    "print",
    "privacy",
    "register",
    "renew",
    "renewal",
    "return",
    "save",
    "sign",
    "sign-in",
    "sign-out",
    "start",
    "status",
    "tasks",
    "unlock",
    "waiting",
    "withdraw",
];

/// So many questions can staff search by: each term shows whoever holds the database who has the same answer.
pub const SEARCH_LIMIT: usize = 8;
