// Says which of our kinds of answer may stand for a type of another format. The first that fits is what is expected.

const CHOICE = ["one_of", "yes_no"];
const MANY = ["any_of", "one_of", "declaration", "yes_no"];
const TEXT = ["text", "long_text", "name", "email", "phone", "postcode", "website", "national_id", "organisation_number", "address", "number", "money", "percent", "bank_account", "country", "nationality", "date", "time", "year"];
const NUMBER = ["number", "money", "percent", "year", "duration"];
const PLACE = ["place", "text"];

const KINDS = {
  TextField: TEXT, MultilineTextField: ["long_text", "address"], FreeTextField: ["long_text"], YesNoField: ["yes_no", "one_of"], NumberField: NUMBER,
  RadiosField: CHOICE, Radios: CHOICE, SelectField: [...CHOICE, "country", "nationality"], AutocompleteField: [...CHOICE, "country", "nationality"], CheckboxesField: MANY,
  DatePartsField: ["date"], DateField: ["date"], DateTimeField: ["date", "time"], DateTimePartsField: ["date", "time"], TimeField: ["time"], MonthYearField: ["month"],
  TelephoneNumberField: ["phone"], EmailAddressField: ["email"], WebsiteField: ["website"], UkAddressField: ["address"], MultiInputField: ["rows"],
  FileUploadField: ["file", "evidence"], ClientSideFileUploadField: ["file", "evidence"], DeclarationField: ["declaration"],
  EastingNorthingField: PLACE, OsGridRefField: PLACE, NationalGridFieldNumberField: PLACE, LatLongField: PLACE, GeospatialField: PLACE, HiddenField: TEXT,
  textField: TEXT, "textField:email": ["email"], "textField:phone": ["phone"], "textField:number": NUMBER, "textField:date": ["date"], "textField:name": ["name"],
  textArea: ["long_text", "text", "address"], radio: CHOICE, dropdown: [...CHOICE, "country"], combobox: [...CHOICE, "country"], checkbox: MANY, dynamicRow: ["rows"], fileInput: ["file"], formattedDate: ["date", "month", "year"],
  textfield: TEXT, textarea: ["long_text", "text"], number: NUMBER, currency: ["money", "number"], radiopanel: CHOICE, select: [...CHOICE, "country"], navSelect: [...CHOICE, "country"], selectboxes: MANY,
  navCheckbox: ["declaration", "yes_no", "any_of"], navDatepicker: ["date"], monthPicker: ["month"], year: ["year"], datagrid: ["rows"], attachment: ["evidence", "file"],
  sender: ["name", "text"], fnrfield: ["national_id"], identity: ["national_id", "yes_no", "one_of", "date"], orgNr: ["organisation_number"], bankAccount: ["bank_account", "text"], iban: ["bank_account"],
  firstName: ["name", "text"], surname: ["name", "text"], phoneNumber: ["phone"], email: ["email"], navAddress: ["address"], addressValidity: ["date_range", "date"], landvelger: ["country", "one_of"], valutavelger: ["currency", "one_of"],
};

/** The kinds that may stand for a type; a type that nobody knows may be a text. */
export function kindsFor(type) {
  return Object.hasOwn(KINDS, type) ? KINDS[type] : ["text", "long_text"];
}

/** The words that the platform says beside an answer of a kind, in the languages of the forms: no definition has them. */
export const OWN_WORDS = {
  yes_no: ["yes", "no", "ja", "nei", "oui", "non", "ie", "na", "nac ydy", "ydy"],
  name: ["first name", "last name", "fornavn", "etternavn", "førenamn", "etternamn"],
};
