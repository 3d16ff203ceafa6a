### Uploading files: the page of a question of files, what is wrong with a file, and what staff see.
###
### $called  what is asked for, in the words of the service, as after "Upload": your payslips
### $name    the name of a file
### $size    a size: 10 MB
### $kinds   types of files: PDF, JPG, PNG
### $n       how many

## Errors

error-file-empty = Select { $called }
error-file-kind = The selected file must be one of these types: { $kinds }
error-file-too-large = The selected file must be smaller than { $size }
error-file-too-many = { $n ->
    [one] You can only upload 1 file
   *[other] You can only upload up to { $n } files
}
error-file-no-content = The selected file is empty
error-file-macros = The selected file must not contain macros
error-file-harmful = { $name } contains a virus. Remove it
error-file-broken = The selected file could not be uploaded. Try again

## The page

files-upload = Upload a file
files-upload-another = Upload another file
files-upload-button = Upload file
files-so-far = Files uploaded
files-takes = { $n ->
    [one] You can upload 1 file of up to { $size }. It must be one of these types: { $kinds }.
   *[other] You can upload up to { $n } files, one at a time, each of up to { $size }. They must be one of these types: { $kinds }.
}
files-full = { $n ->
    [one] You have uploaded the file that can be uploaded here. To upload another one, remove it first.
   *[other] You have uploaded as many files as can be uploaded here: { $n }. To upload another one, remove one first.
}
files-remove = Remove
files-download = Download
files-changed = The files were changed in another window or on another device. Check them and continue.
files-no-scanner = Files are not checked for viruses here. We keep them, and nobody can open them until they have been checked.

## The state of a file

files-clean = Checked
files-waiting = Being checked for viruses
files-unscanned = Not checked for viruses
files-harmful = Contains a virus

## In a browser with scripts

files-progress = { $name }: { $percent }% uploaded
files-paused = { $name }: the connection was lost. We are trying again.
files-resume = An upload of { $name } was interrupted. Select the same file again to continue where it stopped.

## For staff

files-staff = Files
staff-event-file-scanned = File checked for viruses
