//! Reads the head of a reply and joins a body that came in chunks. It does no input or output.

/// How far the body reaches.
#[derive(Debug, PartialEq)]
pub enum Extent {
    /// So many bytes.
    Length(usize),
    /// In chunks, each with its size before it.
    Chunked,
    /// Until the server closes.
    UntilClose,
}

/// What the client needs of a head.
#[derive(Debug)]
pub struct Head {
    /// The status.
    pub status: u16,
    /// `Location`.
    pub location: Option<String>,
    /// Each `Set-Cookie`.
    pub cookies: Vec<String>,
    /// How far the body reaches.
    pub extent: Extent,
    /// True when the server closes after this reply.
    pub closes: bool,
    /// Bytes of the head itself.
    pub size: usize,
}

/// Reads a head; `None` while it is not whole.
pub fn read(bytes: &[u8]) -> Result<Option<Head>, String> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut response = httparse::Response::new(&mut headers);
    let size = match response.parse(bytes) {
        Ok(httparse::Status::Complete(size)) => size,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(error) => return Err(format!("the head cannot be read: {error}")),
    };
    let status = response.code.ok_or("the head has no status")?;
    let mut head = Head {
        status,
        location: None,
        cookies: Vec::new(),
        extent: if matches!(status, 204 | 304) {
            Extent::Length(0)
        } else {
            Extent::UntilClose
        },
        closes: false,
        size,
    };
    for header in response.headers.iter() {
        let value = std::str::from_utf8(header.value)
            .map_err(|_| "a header is not UTF-8")?
            .trim();
        match header.name {
            name if name.eq_ignore_ascii_case("content-length") => {
                head.extent = Extent::Length(value.parse().map_err(|_| "the length is not a number")?);
            }
            name if name.eq_ignore_ascii_case("transfer-encoding") => head.extent = Extent::Chunked,
            name if name.eq_ignore_ascii_case("location") => head.location = Some(value.to_owned()),
            name if name.eq_ignore_ascii_case("set-cookie") => head.cookies.push(value.to_owned()),
            name if name.eq_ignore_ascii_case("connection") => head.closes = value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
    Ok(Some(head))
}

/// Joins the chunks of a body; `None` while the last has not come.
pub fn join_chunks(bytes: &[u8]) -> Result<Option<Vec<u8>>, String> {
    let mut body = Vec::new();
    let mut rest = bytes;
    loop {
        let (start, size) = match httparse::parse_chunk_size(rest) {
            Ok(httparse::Status::Complete((start, size))) => (start, size as usize),
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(_) => return Err("a chunk has no size".to_owned()),
        };
        // Each chunk, the last and empty one too, ends with a line break.
        let Some(after) = rest.get(start + size + 2..) else {
            return Ok(None);
        };
        if size == 0 {
            return Ok(Some(body));
        }
        body.extend_from_slice(&rest[start..start + size]);
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_when_it_is_whole() {
        let text = b"HTTP/1.1 303 See Other\r\nLocation: /a/b\r\nSet-Cookie: s=1; Path=/\r\nContent-Length: 0\r\n\r\n";
        assert!(read(&text[..text.len() - 1]).unwrap().is_none());
        let head = read(text).unwrap().unwrap();
        assert_eq!(
            (head.status, head.location.as_deref(), head.size),
            (303, Some("/a/b"), text.len())
        );
        assert_eq!(head.extent, Extent::Length(0));
        assert_eq!(head.cookies, ["s=1; Path=/"]);
    }

    #[test]
    fn chunks_are_joined_when_the_last_has_come() {
        assert_eq!(join_chunks(b"3\r\nabc\r\n2\r\nde\r\n0\r\n").unwrap(), None);
        assert_eq!(
            join_chunks(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").unwrap().unwrap(),
            b"abcde"
        );
        assert!(join_chunks(b"x\r\n").is_err());
    }
}
