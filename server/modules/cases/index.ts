// The door of cases.
export { inventSampleCases, writeSampleCases } from './sample.ts';
