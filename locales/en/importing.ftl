importing-title = Import a form of another system
importing-lead = If a form stands in another system already, it can become a draft here, with a report of what became of each question.
importing-link = Import a form
importing-say = Choose a form that was saved as a file. It becomes a service that you can preview, with a report of what became of each thing.
importing-safe = No address, key or web hook in the form is called, and nothing goes live by importing it.
importing-from = Which system does the form come from?
importing-from-xgov = XGov Digital Form Builder
importing-from-xgov-hint = Used by several bodies of the UK, in version 1 or 2. The file ends in .json
importing-from-defra = Defra Forms
importing-from-defra-hint = Of the UK department for the environment. The file ends in .json or .yaml
importing-from-gcforms = GC Forms
importing-from-gcforms-hint = Of the Government of Canada, in English and French. The file ends in .json
importing-from-nav = NAV forms
importing-from-nav-hint = Of the welfare administration of Norway, made with Form.io. The file ends in .json; translations are files of their own
importing-shape = What are you importing?
importing-shape-one = One form
importing-shape-one-hint = One file, with files of its translations where there are any
importing-shape-many = An application of many files
importing-shape-many-hint = Each file is a part of it, such as costs or contacts. All become one service with a task list
importing-file = Files
importing-file-hint = You can select several at once: at most { $files } files, { $megabytes } MB each and { $all } MB together.
importing-button = Import
importing-found = What stood in the way
importing-error-from = Select which system the form comes from
importing-error-shape = Select whether it is one form or an application of many files
importing-error-file = Select the file of the form
importing-error-many-files = Select at most { $files } files
importing-error-large = The selected files must be { $megabytes } MB or smaller each, and { $all } MB or smaller together
importing-error-not-json = The selected file { $name } is not JSON. Save the form again from its system, and select that file
importing-error-many-forms = { $n ->
    [one] You selected { $n } form. Select its file alone
   *[other] You selected { $n } forms. Select one of them with its translations, or choose “An application of many files”
}
importing-error-asks-nothing = The selected form asks nothing, so no service can come of it. Select a form with questions
importing-error-other = The selected file looks like a form of another system: { $system }. Choose that system and select the file again
importing-error-nothing = The selected file is no form of the system that you chose. Choose another system or another file
importing-of = What became of “{ $title }”
importing-passes = The service that came of it passes the check: it can be previewed as it is.
importing-fails = The check finds errors in the service that came of it, so it cannot be previewed yet. Take its folder along and mend them.
importing-warning = Warning
importing-kept-until = This page is kept for you alone, until { $moment }.
importing-counts = In short
importing-files = Files
importing-files-count = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
importing-lines = { $n ->
    [one] { $n } thing
   *[other] { $n } things
}
importing-more = { $n ->
    [one] { $n } more stands in the report that you can take along.
   *[other] { $n } more stand in the report that you can take along.
}
importing-findings = Errors that the check finds
importing-keep = Keep it
importing-keep-say = It is kept as a draft version, and stays on record with your name. Nobody can apply through it until you publish it.
importing-place = What should it become?
importing-place-new = A new service of { $organisation }
importing-place-of = A version of “{ $title }” ({ $service })
importing-name = Address of a new service
importing-name-hint = In small letters without accents, digits and hyphens. It becomes part of the web address.
importing-keep-preview = Keep as a draft and open the preview
importing-keep-button = Keep as a draft
importing-error-place = Select what it should become
importing-error-name = Enter an address in small letters without accents, digits and hyphens, 60 characters or fewer
importing-error-taken = There is a service with that address already. Enter another address
importing-error-not-clean = The check finds errors in it, so it cannot be kept
importing-take = Take it along
importing-take-say = To mend and complete the service, unpack its folder, change the files, and bring the folder in as another version.
importing-take-folder = The folder of the service (ZIP)
importing-take-report = The report (JSON)
importing-lines-title = What became of each thing
importing-carried = Carried over
importing-carried-say = It is there, and means the same.
importing-approximated = Approximated
importing-approximated-say = Something close to it is there. Look whether it is close enough.
importing-not-possible = Not possible
importing-not-possible-say = It is not there, for this reason.
importing-left-out = Left out
importing-left-out-say = It did nothing, or it is done without being said.
importing-untidy = Untidy in the form
importing-untidy-say = The form contradicts itself here. It was read in the likeliest way.
importing-to-complete = To complete
importing-to-complete-say = The form does not say it. You have to, before the service goes live.
importing-another = Import another form
