// The door of the organisation module: what other modules' pages may use of units.
export { UnitName } from './unit-name.tsx';
export { PersonPicker } from './person-picker.tsx';
export { useUnits } from './use-structure.ts';
