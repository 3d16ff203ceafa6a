//! A cookie jar for one origin: names and values, whatever the server calls them. Paths and domains are not looked at.

/// The cookies of one person at one origin.
#[derive(Clone, Debug, Default)]
pub struct Jar {
    cookies: Vec<(String, String)>,
}

impl Jar {
    /// Takes the value of one `Set-Cookie` header.
    pub fn take(&mut self, header: &str) {
        let mut parts = header.split(';');
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        let (name, value) = (name.trim(), value.trim());
        let ended = parts.any(|part| {
            let Some((key, age)) = part.split_once('=') else {
                return false;
            };
            key.trim().eq_ignore_ascii_case("max-age") && age.trim().parse::<i64>().is_ok_and(|age| age <= 0)
        });
        self.cookies.retain(|(known, _)| known != name);
        if !ended {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// True when the server has set nothing yet.
    pub fn is_empty(&self) -> bool {
        self.cookies.is_empty()
    }

    /// Writes the value of the `Cookie` header.
    pub fn write(&self, out: &mut Vec<u8>) {
        for (place, (name, value)) in self.cookies.iter().enumerate() {
            if place > 0 {
                out.extend_from_slice(b"; ");
            }
            out.extend_from_slice(name.as_bytes());
            out.push(b'=');
            out.extend_from_slice(value.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Jar;

    fn check(headers: &[&str], expected: &str) {
        let mut jar = Jar::default();
        for header in headers {
            jar.take(header);
        }
        let mut out = Vec::new();
        jar.write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn a_later_value_replaces_the_earlier() {
        check(&["a=1; Path=/", "b=2=; HttpOnly", "a=3"], "b=2=; a=3");
    }

    #[test]
    fn a_cookie_whose_time_is_over_is_forgotten() {
        check(&["a=1", "b=2", "a=; Max-Age=0"], "b=2");
    }
}
