### Words of the frame of each page that people hear rather than see.

# Names the bar that holds the service's name
pages-service-label = Service
# Names the line above the page with the back link and the languages
pages-above-label = Back and languages
# On every page of an installation whose cases are acted out
pages-simulated-title = Simulated
pages-simulated-say = The cases here are made up to show how Exemplar works. Do not enter anything real.
# The site's own error pages, where no service is known
pages-site = Exemplar
# The page when a form came without the token of its session
pages-cookies-needed-title = Your browser did not send a cookie
pages-cookies-needed = This service needs one cookie to keep your answers apart from those of others.
pages-cookies-needed-do = Allow cookies for this site, then go back to the page and enter your answer again.
# On the confirmation, above the answers
apply-done-copy-say = Print this page to keep a copy of what you sent.
