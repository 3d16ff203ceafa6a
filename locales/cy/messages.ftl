### Negeseuon sy’n mynd wedyn, fel neges destun neu i eraill.

staff-event-message-not-sent = Neges heb ei hanfon, gan nad oes dim yn dweud i ble
messages-text = Neges destun
