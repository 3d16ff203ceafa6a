// Starts those parts of govuk-frontend that make a page easier. Every page is complete without them.
// The build replaces the name "govuk-frontend" by the address of our copy of it.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";

// A second click within a second is nearly always a tremor or a habit. The server also refuses to do anything twice.
createAll(Button, { preventDoubleClick: true });
createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(NotificationBanner);
createAll(Radios);
createAll(ServiceNavigation);
createAll(SkipLink);
