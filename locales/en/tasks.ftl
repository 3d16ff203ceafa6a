### What an applicant reads on the task list of a long service, and between its tasks.
###
### $task  the title of a task, as the service calls it: Tell us about you

tasks-title = What you need to do
# $completed of $all tasks are complete
tasks-progress = { $all ->
    [one] You have completed { $completed } of { $all } task.
   *[other] You have completed { $completed } of { $all } tasks.
}
tasks-completed = Completed
tasks-incomplete = Incomplete
tasks-not-started = Not yet started
tasks-cannot-start = Cannot start yet
tasks-problem = There is a problem
# Beneath a task that waits for another one
tasks-needs = Complete “{ $task }” first
# Heading above the last entry of the list
tasks-send-title = Check and send
tasks-send = Check your answers
tasks-send-needs = Complete everything above first
# An error for whoever wanted to send too early
tasks-left = Complete “{ $task }”
# Heading above the answers that were given before the task list
tasks-before = Whether you can apply
