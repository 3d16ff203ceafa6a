//! The service that is measured, as a person meets it: addresses, headings, input names, and people who apply.
//! When the service or its pages change, this file changes and no other.

/// Where the service is.
pub const START: &str = "/example-permit";
/// The heading of the start page.
pub const START_HEADING: &str = "Apply for an example permit";
/// The page before submission.
pub const CHECK: &str = "/example-permit/check-answers";
/// The heading of that page.
pub const CHECK_HEADING: &str = "Check your answers";
/// How the address of a confirmation page begins.
pub const DONE: &str = "/example-permit/done/";
/// Requests in one journey: start page, eight questions shown and answered, check answers shown and sent, confirmation.
pub const REQUESTS: usize = 20;

/// Names and values of inputs.
pub type Fields = Vec<(&'static str, String)>;

/// One question page.
pub struct Step {
    /// The address after that of the service.
    pub name: &'static str,
    /// The heading that the page must show.
    pub heading: &'static str,
    /// Whether this person is asked.
    pub asked: fn(&Person) -> bool,
    /// What this person fills in.
    pub fields: fn(&Person) -> Fields,
    /// What the page must refuse.
    pub invalid: &'static [(&'static str, &'static str)],
    /// What check-answers must show for it; empty when the words are the service's own.
    pub shown: fn(&Person) -> String,
}

/// The questions in order.
pub static STEPS: [Step; 9] = [
    Step {
        name: "full-name",
        heading: "What is your full name?",
        asked: |_| true,
        fields: |person| {
            vec![
                ("full_name-first", person.first.to_owned()),
                ("full_name-last", person.last.clone()),
            ]
        },
        invalid: &[("full_name-first", ""), ("full_name-last", "")],
        shown: |person| format!("{} {}", person.first, person.last),
    },
    Step {
        name: "date-of-birth",
        heading: "What is your date of birth?",
        asked: |_| true,
        fields: |person| {
            vec![
                ("date_of_birth-day", person.day.to_string()),
                ("date_of_birth-month", person.month.to_string()),
                ("date_of_birth-year", person.year.to_string()),
            ]
        },
        invalid: &[
            ("date_of_birth-day", "31"),
            ("date_of_birth-month", "2"),
            ("date_of_birth-year", "1980"),
        ],
        shown: |person| format!("{} {} {}", person.day, MONTHS[person.month - 1], person.year),
    },
    Step {
        name: "lives-in-uk",
        heading: "Do you live in the UK?",
        asked: |_| true,
        fields: |person| vec![("lives_in_uk", if person.in_uk { "yes" } else { "no" }.to_owned())],
        invalid: &[],
        shown: |person| if person.in_uk { "Yes" } else { "No" }.to_owned(),
    },
    Step {
        name: "postcode",
        heading: "What is your postcode?",
        asked: |person| person.in_uk,
        fields: |person| vec![("postcode", person.postcode.to_owned())],
        invalid: &[("postcode", "not a postcode")],
        shown: |person| person.postcode.to_owned(),
    },
    Step {
        name: "country",
        heading: "Which country do you live in?",
        asked: |person| !person.in_uk,
        // Typed as one reads it: the list is searched, and a whole name is chosen at once.
        fields: |person| vec![("country-text", person.country.to_owned())],
        invalid: &[("country-text", "")],
        shown: |person| person.country.to_owned(),
    },
    Step {
        name: "email",
        heading: "What is your email address?",
        asked: |_| true,
        fields: |person| vec![("email", person.email.clone())],
        invalid: &[("email", "not an address")],
        shown: |person| person.email.clone(),
    },
    Step {
        name: "phone",
        heading: "What is your phone number?",
        asked: |_| true,
        fields: |person| vec![("phone", person.phone.clone())],
        invalid: &[("phone", "12")],
        // However the number is written, its last digits stand together.
        shown: |person| person.phone[person.phone.len() - 6..].to_owned(),
    },
    Step {
        name: "items",
        heading: "How many items do you want a permit for?",
        asked: |_| true,
        fields: |person| vec![("items", person.items.to_string())],
        invalid: &[("items", "11")],
        shown: |person| person.items.to_string(),
    },
    Step {
        name: "truth",
        heading: "Declaration",
        asked: |_| true,
        fields: |_| vec![("truth", "yes".to_owned())],
        invalid: &[],
        shown: |_| String::new(),
    },
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const FIRST_NAMES: [&str; 8] = ["Amina", "Nils", "Grace", "Tomos", "Priya", "Lewis", "Chidi", "Eilidh"];
const LAST_NAMES: [&str; 7] = ["Clarke", "Berg", "Okafor", "Hughes", "Patel", "Macrae", "Novak"];
const POSTCODES: [&str; 5] = ["LS1 1UR", "SW1A 2AA", "CF10 3NQ", "EH1 1YZ", "M1 1AE"];
const COUNTRIES: [&str; 4] = ["Norway", "France", "Ireland", "Japan"];

/// Someone who applies. No two numbers give the same name.
#[derive(Clone, Debug)]
pub struct Person {
    first: &'static str,
    /// The last name, which nobody else has.
    pub last: String,
    day: u64,
    month: usize,
    year: u64,
    in_uk: bool,
    postcode: &'static str,
    country: &'static str,
    email: String,
    phone: String,
    items: u64,
}

impl Person {
    /// The person with this number.
    pub fn numbered(number: u64) -> Self {
        let pick = |from: usize, stride: u64| ((number / stride) % from as u64) as usize;
        let letters = letters(number);
        let first = FIRST_NAMES[pick(FIRST_NAMES.len(), 1)];
        Person {
            first,
            last: format!("{}{letters}", LAST_NAMES[pick(LAST_NAMES.len(), 1)]),
            day: 1 + number % 28,
            month: 1 + pick(12, 3),
            year: 1940 + number % 60,
            in_uk: number.is_multiple_of(2),
            postcode: POSTCODES[pick(POSTCODES.len(), 2)],
            country: COUNTRIES[pick(COUNTRIES.len(), 2)],
            email: format!("{}.{letters}@example.com", first.to_ascii_lowercase()),
            // Numbers that the regulator keeps free for stories.
            phone: format!("07700 900{:03}", number % 1000),
            items: 1 + number % 10,
        }
    }

    /// The questions that this person is asked.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> {
        STEPS.iter().filter(|step| (step.asked)(self))
    }

    /// The address of the page after this step.
    pub fn after(&self, step: &Step) -> String {
        let next = self.steps().skip_while(|other| other.name != step.name).nth(1);
        next.map_or_else(|| CHECK.to_owned(), Step::path)
    }

    /// The answers that these values of check-answers do not show, by name of the question.
    pub fn missing_from(&self, values: &[String]) -> Vec<&'static str> {
        let shows = |shown: &str| {
            // A short answer must be the whole value, or the 3 of a date would stand for the number of items.
            values
                .iter()
                .any(|value| value == shown || (shown.len() > 3 && value.contains(shown)))
        };
        self.steps()
            .filter(|step| {
                let shown = (step.shown)(self);
                !shown.is_empty() && !shows(&shown)
            })
            .map(|step| step.name)
            .collect()
    }
}

impl Step {
    /// The address of the page.
    pub fn path(&self) -> String {
        format!("{START}/{}", self.name)
    }
}

/// A number as letters: digits do not belong in a name.
fn letters(number: u64) -> String {
    let mut rest = number;
    let mut letters = String::new();
    loop {
        letters.push((b'a' + (rest % 26) as u8) as char);
        rest /= 26;
        if rest == 0 {
            return letters;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn everybody_answers_eight_questions_in_twenty_requests() {
        for number in 0..20 {
            let steps = Person::numbered(number).steps().count();
            assert_eq!(steps, 8);
            assert_eq!(1 + steps * 2 + 2 + 1, REQUESTS);
        }
    }

    #[test]
    fn nobody_shares_a_last_name() {
        let names: HashSet<_> = (0..50_000).map(|number| Person::numbered(number).last).collect();
        assert_eq!(names.len(), 50_000);
    }

    #[test]
    fn the_branch_decides_the_next_page() {
        let (british, foreign) = (Person::numbered(2), Person::numbered(3));
        assert_eq!(british.after(&STEPS[2]), "/example-permit/postcode");
        assert_eq!(foreign.after(&STEPS[2]), "/example-permit/country");
        assert_eq!(british.after(&STEPS[8]), CHECK);
    }

    #[test]
    fn an_answer_that_is_not_shown_is_named() {
        let person = Person::numbered(3);
        let mut values: Vec<String> = person.steps().map(|step| (step.shown)(&person)).collect();
        assert!(person.missing_from(&values).is_empty());
        values.retain(|value| *value != person.items.to_string());
        values.push("4 April 1944".to_owned());
        assert_eq!(person.missing_from(&values), ["items"]);
    }
}
