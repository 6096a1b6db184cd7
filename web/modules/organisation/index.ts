// The door of the organisation module: what other modules' pages may use of units, people and time zones.
export { UnitName } from './unit-name.tsx';
export { PeoplePicker } from './people-picker.tsx';
export { PersonPicker } from './person-picker.tsx';
export { timeZones } from './time-zones.ts';
export { usePeopleById } from './use-people.ts';
export { useStructure, useUnits } from './use-structure.ts';
