//! The components of the GOV.UK Design System (govuk-frontend 6) as askama templates of our own. Pages are not here.
//!
//! Each component is a struct with public fields and a `Default`; its template stands beside it.
//! A page writes `{{ component }}`: it is written in place, escaped once, without a string between. Render a page with
//! [`askama::Template::render`], not with `to_string`, which is slower.
//!
//! ```
//! use askama::Template;
//! use exemplar_web::components::{Choice, Content, ErrorMessage, Input, Label, Legend, Radios};
//!
//! let other = Input { id: "other".into(), name: "other".into(), label: Label::new("Which?"), ..Input::default() };
//! let list = Radios {
//!     id: "bin".into(),
//!     name: "bin".into(),
//!     legend: Some(Legend::page_heading("Which bin was missed?")),
//!     error: Some(ErrorMessage::new("Error:", "Select a bin")),
//!     items: vec![
//!         Choice::new("waste", "Waste").into(),
//!         Choice { conditional: (&other).into(), ..Choice::new("other", "Another") }.into(),
//!     ],
//!     ..Radios::default()
//! };
//! assert!(list.render()?.contains("id=\"conditional-bin-2\""));
//! # Ok::<(), askama::Error>(())
//! ```
//!
//! # Types of fields
//!
//! * `&str` for what the author of a page chooses: classes, keyboards, ids of other parts. Empty means none.
//! * `Cow<str>` for text that a case or a language brings: `"x".into()`, `name.clone().into()`, `(&*name).into()`. It is escaped. Empty means none.
//! * [`Content`] for what may also be markup: `"words".into()` is escaped, [`Html::trusted`] is not, `(&component).into()` writes a component in place. Empty means none.
//! * [`Attributes`]`(&[("data-x", "1")])` for further attributes.
//!
//! No component brings words of its own: what it says in every language is a field ("Error:", "There is a problem", "Menu").
//! A template of a page becomes something that can stand inside a component by [`component!`](crate::component).
//!
//! # Components
//!
//! Further fields that nearly all have: `classes`, `attributes`; fields of forms also `group_classes` and `described_by`.
//!
//! **Forms.** Each of these has `id, name, hint: Content, error: Option<ErrorMessage>` and either `label: Label` or `legend: Option<Legend>`:
//!
//! * [`Input`] `value, input_type, inputmode, autocomplete, autocapitalize, pattern, spellcheck: Option<bool>, prefix, suffix: Option<Affix>, disabled`
//! * [`Textarea`] `value, rows: Option<u16>, autocomplete, spellcheck, disabled`
//! * [`CharacterCount`] `value, limit:` [`Limit`]`, threshold: Option<u8>, description, words:` [`CountWords`]`, rows, spellcheck, count_classes`
//! * [`Select`] `items: Vec<SelectItem>, disabled`; [`SelectItem`] `value: Option<Cow>, text, selected, disabled`
//! * [`Radios`], [`Checkboxes`] `legend, items: Vec<ChoiceItem>`; [`ChoiceItem`] `Choice | Divider(word)`; [`Choice`] `value, text, hint, checked, disabled, conditional: Content, id, label_classes`, for checkboxes `name, exclusive`
//! * [`DateInput`] `legend, name_prefix` (no `name`) `, items: Vec<DateItem>`; [`DateItem`] `name, label, value, width, error: bool, id, autocomplete, inputmode, pattern`
//! * [`FileUpload`] `accept, multiple, disabled, drop_zone: Option<FileUploadWords>`
//! * [`PasswordInput`] `value, autocomplete, words:` [`PasswordWords`]`, disabled`
//!
//! **Parts of forms.** [`Label`] `text, classes, is_page_heading, for_id` (`new`, `page_heading`) · [`Legend`] `text, classes, is_page_heading` (`new`, `page_heading`)
//! · [`ErrorMessage`] `message, prefix, id` (`new(prefix, message)`) · [`Hint`] `text, id` · [`Affix`] `text` (`new`) · [`Fieldset`] `legend, content, role`
//! · [`Button`] `text, style:` [`ButtonStyle`]`, href, name, value, button_type:` [`ButtonType`]`, disabled, prevent_double_click: Option<bool>, is_start, id`
//!
//! **Answers and results.** [`ErrorSummary`] `title, description, errors: Vec<ErrorLink>, disable_auto_focus`; [`ErrorLink`] `text, href` (`new(href, text)`)
//! · [`SummaryList`] `rows: Vec<SummaryRow>, card: Option<SummaryCard>`; [`SummaryRow`] `key, value, actions: Vec<SummaryAction>` (`new(key, value)`);
//! [`SummaryAction`] `text, href, hidden_text` (`new(href, text, hidden_text)`); [`SummaryCard`] `title, heading_level, actions`
//! · [`Panel`] `title, heading_level, body, kind:` [`PanelKind`] · [`Table`] `caption, caption_classes, head, rows: Vec<Vec<TableCell>>, first_cell_is_header`;
//! [`TableCell`] `content, numeric, colspan, rowspan` (`new`, `numeric`) · [`TaskList`] `items: Vec<Task>, id_prefix`; [`Task`] `title, href, hint, status:` [`TaskStatus`]
//! · [`Tag`] `text` (`new(text, classes)`) · [`Details`] `summary, content, open, id` · [`InsetText`] `content, id` · [`WarningText`] `text, icon_text`
//! · [`NotificationBanner`] `kind:` [`NotificationKind`]`, title, heading_level, title_id, content, disable_auto_focus, role` · [`Tabs`] `title, items: Vec<Tab>, id_prefix, id`
//!
//! **Around a page.** [`SkipLink`] `text, href` · [`Header`] `name, href, container_classes` · [`ServiceNavigation`] `service_name, service_href, label, items: Vec<NavigationItem>,
//! menu_text, menu_label, navigation_label, navigation_id, collapse, end, end_inline`; [`NavigationItem`] `text, href, place:` [`Place`]
//! · [`LanguageNavigation`] `label, items: Vec<Language>`; [`Language`] `text, lang, dir, href, description` · [`PhaseBanner`] `tag, text, tag_classes`
//! · [`BackLink`] `text, href` · [`Breadcrumbs`] `label, items: Vec<Breadcrumb>, collapse_on_mobile` · [`Pagination`] `label, previous, items: Vec<PaginationItem>, next`;
//! [`PaginationLink`] `href, text, label`; [`PaginationItem`] `Page { number, href, label, current } | Gap`
//! · [`CookieBanner`] `label, messages: Vec<CookieMessage>, hidden`; [`CookieMessage`] `heading, content, actions: Vec<Action>, hidden, role`
//! · [`Footer`] `sections: Vec<FooterSection>, links_title, links: Vec<FooterLink>, meta, licence, copyright, container_classes`
//! · [`Action`] `Button(Button) | Link(ActionLink)`
mod action;
mod attributes;
mod back_link;
mod breadcrumbs;
mod button;
mod character_count;
mod checkboxes;
mod choice;
mod content;
mod cookie_banner;
mod date_input;
mod details;
mod error_message;
mod error_summary;
mod fieldset;
mod file_upload;
mod footer;
mod header;
mod hint;
mod input;
mod inset_text;
mod label;
mod language_navigation;
mod notification_banner;
mod pagination;
mod panel;
mod password_input;
mod phase_banner;
mod radios;
mod select;
mod service_navigation;
mod skip_link;
mod summary_list;
mod table;
mod tabs;
mod tag;
mod task_list;
mod textarea;
mod warning_text;

pub use action::{Action, ActionLink};
pub use attributes::{Attributes, HeadingLevel, Plurals};
pub use back_link::BackLink;
pub use breadcrumbs::{Breadcrumb, Breadcrumbs};
pub use button::{Button, ButtonStyle, ButtonType};
pub use character_count::{CharacterCount, CountWords, Limit};
pub use checkboxes::Checkboxes;
pub use choice::{Choice, ChoiceItem};
pub(crate) use content::component;
pub use content::{Component, Content, Html};
pub use cookie_banner::{CookieBanner, CookieMessage};
pub use date_input::{DateInput, DateItem};
pub use details::Details;
pub use error_message::ErrorMessage;
pub use error_summary::{ErrorLink, ErrorSummary};
pub use fieldset::{Fieldset, Legend};
pub use file_upload::{FileUpload, FileUploadWords};
pub use footer::{Footer, FooterLink, FooterSection};
pub use header::Header;
pub use hint::Hint;
pub use input::{Affix, Input};
pub use inset_text::InsetText;
pub use label::Label;
pub use language_navigation::{Language, LanguageNavigation};
pub use notification_banner::{NotificationBanner, NotificationKind};
pub use pagination::{Pagination, PaginationItem, PaginationLink};
pub use panel::{Panel, PanelKind};
pub use password_input::{PasswordInput, PasswordWords};
pub use phase_banner::PhaseBanner;
pub use radios::Radios;
pub use select::{Select, SelectItem};
pub use service_navigation::{NavigationItem, Place, ServiceNavigation};
pub use skip_link::SkipLink;
pub use summary_list::{SummaryAction, SummaryCard, SummaryList, SummaryRow};
pub use table::{Table, TableCell};
pub use tabs::{Tab, Tabs};
pub use tag::Tag;
pub use task_list::{Task, TaskList, TaskStatus};
pub use textarea::Textarea;
pub use warning_text::WarningText;
