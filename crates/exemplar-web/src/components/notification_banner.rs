//! What someone should know before they read on.
use askama::Template;

use super::{Attributes, Content, HeadingLevel, component};

/// What a banner tells.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum NotificationKind {
    /// Something to know.
    #[default]
    Important,
    /// That something worked. It is read out at once.
    Success,
}

/// What someone should know before they read on.
#[derive(Template, Clone, Default)]
#[template(path = "components/notification_banner.html")]
pub struct NotificationBanner<'a> {
    /// What it tells.
    pub kind: NotificationKind,
    /// Its title: "Important" or "Success" in the page's language.
    pub title: Content<'a>,
    /// How deep the title stands. `None` for the second level.
    pub heading_level: Option<HeadingLevel>,
    /// The id of the title. Empty for the usual one; two banners on a page need two.
    pub title_id: &'a str,
    /// What it says. Words alone are set large.
    pub content: Content<'a>,
    /// Whether the page opens without going to it. `None` leaves it to the script's own setting.
    pub disable_auto_focus: Option<bool>,
    /// A role other than that of its kind.
    pub role: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl NotificationBanner<'_> {
    fn role(&self) -> &str {
        match self.kind {
            _ if !self.role.is_empty() => self.role,
            NotificationKind::Important => "region",
            NotificationKind::Success => "alert",
        }
    }

    fn title_id(&self) -> &str {
        if self.title_id.is_empty() {
            "govuk-notification-banner-title"
        } else {
            self.title_id
        }
    }
}

component!(NotificationBanner);
