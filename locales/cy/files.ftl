### Uploading files: the page of a question of files, what is wrong with a file, and what staff see.
###
### $called  what is asked for, in the words of the service, as after "Upload": eich slipiau cyflog
### $name    the name of a file
### $size    a size: 10 MB
### $kinds   types of files: PDF, JPG, PNG
### $n       how many

## Errors

error-file-empty = Dewiswch { $called }
error-file-kind = Rhaid i’r ffeil a ddewiswyd fod yn un o’r mathau hyn: { $kinds }
error-file-too-large = Rhaid i’r ffeil a ddewiswyd fod yn llai na { $size }
error-file-too-many = Dim ond { $n } ffeil y gallwch eu huwchlwytho
error-file-no-content = Mae’r ffeil a ddewiswyd yn wag
error-file-macros = Rhaid i’r ffeil a ddewiswyd beidio â chynnwys macros
error-file-harmful = Mae { $name } yn cynnwys feirws. Dylech ei thynnu
error-file-broken = Nid oedd modd uwchlwytho’r ffeil a ddewiswyd. Rhowch gynnig arall arni

## The page

files-upload = Uwchlwytho ffeil
files-upload-another = Uwchlwytho ffeil arall
files-upload-button = Uwchlwytho’r ffeil
files-so-far = Ffeiliau a uwchlwythwyd
files-takes = { $n ->
    [one] Gallwch uwchlwytho 1 ffeil hyd at { $size }. Rhaid iddi fod yn un o’r mathau hyn: { $kinds }.
   *[other] Gallwch uwchlwytho hyd at { $n } ffeil, un ar y tro, pob un hyd at { $size }. Rhaid iddynt fod yn un o’r mathau hyn: { $kinds }.
}
files-full = Rydych wedi uwchlwytho cymaint o ffeiliau ag y gellir yma: { $n }. I uwchlwytho un arall, tynnwch un yn gyntaf.
files-remove = Tynnu
files-download = Lawrlwytho
files-changed = Newidiwyd y ffeiliau mewn ffenestr arall neu ar ddyfais arall. Gwiriwch nhw ac ewch ymlaen.
files-no-scanner = Nid yw ffeiliau’n cael eu gwirio am feirysau yma. Rydym yn eu cadw, ac ni all neb eu hagor nes iddynt gael eu gwirio.

## The state of a file

files-clean = Wedi’i gwirio
files-waiting = Yn cael ei gwirio am feirysau
files-unscanned = Heb ei gwirio am feirysau
files-harmful = Yn cynnwys feirws

## In a browser with scripts

files-progress = { $name }: uwchlwythwyd { $percent }%
files-paused = { $name }: collwyd y cysylltiad. Rydym yn rhoi cynnig arall arni.
files-resume = Torrwyd ar draws uwchlwytho { $name }. Dewiswch yr un ffeil eto i fynd ymlaen o’r man lle y daeth i ben.

## For staff

files-staff = Ffeiliau
staff-event-file-scanned = Gwiriwyd ffeil am feirysau
