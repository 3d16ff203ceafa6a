//! What every page can reach: the use cases, the session's seal, the assets, the settings.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use exemplar_app::App;

use crate::assets::Addresses;
use crate::session::Sealer;

/// The whole site of one process.
pub struct Site {
    /// The use cases.
    pub app: Arc<App>,
    /// Seals the applicants' sessions.
    pub sealer: Sealer,
    /// Where styles and scripts are.
    pub assets: Addresses,
    /// How it is set up.
    pub settings: SiteSettings,
}

/// How a site is set up.
#[derive(Debug, Clone)]
pub struct SiteSettings {
    /// Whether it is reached by HTTPS: cookies are then marked so.
    pub secure: bool,
    /// Whether its cases are simulated; every page says so.
    pub simulated: bool,
    /// How long a request may take, body and all.
    pub deadline: Duration,
    /// Proxies whose forwarded addresses are believed.
    pub proxies: Vec<IpAddr>,
    /// Where to report a weakness, as an address of `mailto:` or `https:`.
    pub security_contact: Option<String>,
}
