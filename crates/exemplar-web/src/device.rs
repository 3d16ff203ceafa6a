//! The class of a device, from what its browser says of itself. No more of that is kept.

use exemplar_core::record::DeviceClass;

/// The class of the device with this user agent.
#[must_use]
pub fn class(user_agent: &str) -> DeviceClass {
    if user_agent.is_empty() {
        DeviceClass::Other
    } else if user_agent.contains("iPad") || user_agent.contains("Tablet") {
        DeviceClass::Tablet
    } else if user_agent.contains("Mobi") {
        DeviceClass::Phone
    } else if user_agent.contains("Android") {
        DeviceClass::Tablet
    } else {
        DeviceClass::Computer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_tablets_and_computers_are_told_apart() {
        assert_eq!(
            class("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Mobile/15E148"),
            DeviceClass::Phone
        );
        assert_eq!(
            class("Mozilla/5.0 (Linux; Android 15; SM-X200) Safari/537.36"),
            DeviceClass::Tablet
        );
        assert_eq!(
            class("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"),
            DeviceClass::Computer
        );
        assert_eq!(class(""), DeviceClass::Other);
    }
}
