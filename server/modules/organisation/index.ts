// The door of the organisation module: what others may use of it.
export { createDirectory } from './directory.ts';
export { readOrganisation, dateSettings, type Organisation } from './read-organisation.ts';
export { createPerson } from './create-person.ts';
export { invite } from './invite.ts';
export { outsiderOfEmail, peopleOfDealer } from './people-of-dealer.ts';
export { updatePerson } from './update-person.ts';
export { isTimeZone } from './update-settings.ts';
export { headAbove } from './head-above.ts';
export { requireUnit, unitName } from './require-unit.ts';
export { unitItself, upwardFrom } from './upward-from.ts';
export { cleanLocaleText } from './clean-words.ts';
export { requirePerson } from './require-person.ts';
export { peopleToWriteTo, type Addressee } from './people-to-write-to.ts';
export { personStanding } from './person-standing.ts';
export { openAccount } from './open-account.ts';
export { setupLink } from './setup-link.ts';
export { registerSampleLoader } from './sample-loader.ts';
export type { OrganisationViews } from './tables.ts';
export { forgetOrganisations } from './directory.ts';
export {
  sampleActor,
  sampleStaff,
  writeSampleOrganisation,
  writeSampleSignIns,
  type SampleCountry,
  type SampleOrganisation,
  type SampleUnit,
} from './sample.ts';
