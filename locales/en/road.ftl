### What is said of a request before any page looks at it.

## 408: it took too long to arrive

road-slow-title = Your connection was too slow
road-slow = What you sent did not arrive in time. Nothing of it was saved.
road-slow-again = Check your connection, then go back and try again.

## 403: the form came from a page of another site

road-cross-title = This form came from another website
road-cross = We did not take it, to protect you. Nothing was saved.
road-cross-do = Start on our own page, and enter your answers there.

## 429: too much from one network

road-too-fast = Too much was sent from your network in a short time. Wait some minutes, then try again.
