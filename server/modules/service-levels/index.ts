// The door of the service-levels module: what others may call.
export { startClocks } from './start-clocks.ts';
export { advanceClocks, advanceClocksOf } from './advance-clocks.ts';
export { promisedBy } from './promised-by.ts';
export { writeClockHistory, type ClockHistory } from './write-clock-history.ts';
export { clocksOfCase } from './clocks-of-case.ts';
export { workingTime, type WorkingTime } from './working-time.ts';
export { regimeOf, type RegimePack } from './regimes.ts';
export type { Happening } from './clock-state.ts';
export type { ServiceLevelViews } from './tables.ts';
export { writeSampleCalendars } from './sample.ts';
export { writeSamplePolicies } from './sample-policies.ts';
