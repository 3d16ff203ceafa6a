### Welsh. The notes are in locales/en/tasks.ftl.

tasks-title = Beth sydd angen i chi ei wneud
tasks-progress = Rydych wedi cwblhau { $completed } o { $all } tasg.
tasks-completed = Wedi’i gwblhau
tasks-incomplete = Anghyflawn
tasks-not-started = Heb ddechrau eto
tasks-cannot-start = Ni ellir dechrau eto
tasks-problem = Mae problem
tasks-needs = Cwblhewch “{ $task }” yn gyntaf
tasks-send-title = Gwirio ac anfon
tasks-send = Gwiriwch eich atebion
tasks-send-needs = Cwblhewch bopeth uchod yn gyntaf
tasks-left = Cwblhewch “{ $task }”
tasks-before = A allwch wneud cais
