// The door of the duplicates module: what others may use of it.
export { writeSampleDuplicates } from './sample.ts';
