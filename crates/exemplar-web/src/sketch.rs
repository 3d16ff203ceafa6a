//! An answer that is a drawing, as an image in the page: made from numbers alone, so that nothing that was sent is markup.

use askama::Template;
use exemplar_app::words::Words;
use exemplar_core::kind::Sketch;

#[derive(Template)]
#[template(path = "sketch.html")]
struct Image<'a> {
    called: &'a str,
    width: u16,
    height: u16,
    path: String,
    is_closed: bool,
}

/// The image of a drawing, with the words for what it is.
#[must_use]
pub fn image(words: &Words, sketch: &Sketch) -> String {
    let image = Image {
        called: words.get(sketch.called),
        width: sketch.width,
        height: sketch.height,
        path: sketch.path(),
        is_closed: sketch.is_closed,
    };
    image.render().unwrap_or_default()
}
