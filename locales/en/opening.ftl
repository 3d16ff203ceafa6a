### What the start page says of a service that is closed.

# $when is a day with a time: 26 May 2026 at midnight
opening-opens = It opens on { $when }.
opening-still = You began before it closed, so you can finish your answers and send them.
