### Words of feedback on a service, and of the list that its owners read. The question and its levels are in apply.ftl.

# Beside the levels, where none was chosen
feedback-no-level = Select how satisfied you are with this service
# Beside the text. $n is the limit
feedback-too-long = How we could improve this service must be { $n } characters or fewer
feedback-kept = We keep what you write for one year. We do not record who wrote it.
# Link below the thanks
feedback-back = Go to the start page of this service
# On the page about privacy
feedback-privacy = If you give feedback, we keep what you write for one year. We do not link it to your application.
# The list of owners
feedback-list-title = Feedback
feedback-list-say = What people wrote about your services, newest first. It is kept for one year. If somebody named a person in it, do not copy or pass it on.
feedback-list-none = Nobody has written anything yet.
# Hidden name of the links between pages of the list
feedback-list-pages = Pages of feedback
