publishing-title = Versions of services
publishing-list-say = Choose a service to see which version is live, to publish another, or to go back to an earlier one.
publishing-list-none = You publish no service. Only the owner of a service does.
publishing-of = Versions of { $service }
publishing-live = Live now
publishing-live-none = No version is live yet.
publishing-live-since = Live since { $moment }, published by { $by }
publishing-mark = Mark
publishing-mark-say = The first 12 characters of the version’s digest: two versions with the same mark are the same.
publishing-bring = Bring in another version
publishing-bring-title = Bring in a version
publishing-bring-say = It stands in the list of its service then, to be looked at, previewed and published. Nothing goes live by that.
publishing-bring-folder = Folder of the service
publishing-bring-hint = The folder with service.yaml in it. At most { $files } files and { $megabytes } MB. On a phone, use a computer or “exemplar publish --propose FOLDER”.
publishing-bring-button = Bring in this version
publishing-bring-empty = Select the folder of a service
publishing-bring-no-folder = Select one folder, and not single files
publishing-bring-large = The selected folder has too many files, or too large ones: select the folder of one service
publishing-bring-not-yours = You do not publish the service of that name. Ask its owner to bring the version in
publishing-bring-not-clean = The selected version has errors. Mend them and select the folder again
publishing-bring-found = What is wrong with it
publishing-table = Versions that were brought in
publishing-none = No version was brought in.
publishing-number = Version
publishing-state = State
publishing-brought = Brought in
publishing-by = By
publishing-nth = Version { $n }
publishing-state-draft = Draft
publishing-state-asked = Waits for a second person
publishing-state-scheduled = Goes live later
publishing-state-published = Was published
publishing-state-live = Live
publishing-state-withdrawn = Taken back
publishing-history = What was live when
publishing-history-moment = From
publishing-back = Bring back
publishing-back-of = the version that was live from { $moment }
publishing-version = Version { $n } of { $service }
publishing-check = Check
publishing-check-clean = Clean
publishing-check-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}
publishing-asked = Asked for
publishing-agreed = Agreed to
publishing-withdrawn = Taken back
publishing-when = Goes live
publishing-when-at-once = At once
publishing-why = Why
publishing-done = { $moment }, { $by }
publishing-platform = The command line
publishing-changes = What changes
publishing-changes-none = It is the same as what is live.
publishing-changes-first = No version is live yet, so there is nothing to compare it with.
publishing-touches-rules = Rules: cases keep those under which they began
publishing-touches-words = Words, and what must be true today: all cases follow at once
publishing-touches-nobody = Notes, evidence and examples: no case is touched
publishing-affects = Whom it affects
publishing-affects-now = As it would be now:
publishing-affects-then = As it was told before it was published:
publishing-affects-moved = { $n ->
    [0] No draft goes on under the new version.
    [one] { $n } draft goes on under the new version.
   *[other] { $n } drafts go on under the new version.
}
publishing-affects-finish = { $n ->
    [0] No draft has to finish under the version that it began with.
    [one] { $n } draft finishes under the version that it began with.
   *[other] { $n } drafts finish under the version that they began with.
}
publishing-affects-cases = { $n ->
    [0] No case that was sent is open.
    [one] { $n } case that was sent keeps its rules and follows the new words.
   *[other] { $n } cases that were sent keep their rules and follow the new words.
}
publishing-preview = Preview
publishing-preview-say = A preview runs at an address of its own, with cases of its own. No message leaves it, nothing in it counts, and all of it is erased after { $days } days. Whoever has the address can see it.
publishing-preview-begin = Begin a preview
publishing-preview-open = Open the preview
publishing-preview-end = End the preview and erase its cases
publishing-publish = Publish
publishing-publish-two = Another owner of the service has to agree before it goes live.
publishing-note = Why is this version published?
publishing-note-hint = It stays on record.
publishing-day = When should it go live?
publishing-day-hint = Leave day and time empty to publish it at once. Times are those of { $zone }.
publishing-time = Time
publishing-time-hint = For example, 08:30
publishing-publish-button = Publish this version
publishing-ask-button = Ask for this version to be published
publishing-agree = Agree
publishing-agree-say = Read what changes and whom it affects. If you agree it goes live { $when }.
publishing-agree-at-once = at once
publishing-agree-at = on { $moment }
publishing-agree-button = Agree and publish
publishing-own = You asked for this version, so somebody else has to agree to it.
publishing-withdraw = Take it back
publishing-withdraw-say = It is not published then. You can bring it in again.
publishing-withdraw-button = Take this version back
publishing-error-note-missing = Enter why this version is published
publishing-error-note-long = Why this version is published must be 1,000 characters or fewer
publishing-error-day = Enter a real day and a time like 08:30, or leave both empty
publishing-error-ahead = The day and time must be ahead, and within a year
publishing-error-moved-on = Somebody did something to this version since you opened the page. Look at it again.
publishing-error-live-changed = Another version has gone live since you opened the page. Look at what changes now.
publishing-error-live = This version is live already.
publishing-error-same-person = You asked for this version. Somebody else has to agree.
publishing-preview-title = Preview
publishing-preview-banner = This is a preview of a service. Nothing that you send reaches anybody.
publishing-preview-messages = Messages of this preview
publishing-preview-messages-none = No message was written yet.
watching-job-move-drafts = Moving drafts to a new version
staff-event-moved = The application was moved to a new version of the service
