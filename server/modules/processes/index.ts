// The door of the processes module: what others may start, tell and ask about something of theirs.
export { cancelAbout, countAbout, isRunningAbout, processesAbout, progressAbout, tellAbout } from './about-subject.ts';
export { findUnits } from './find-unit.ts';
export { modelRefs, requireStartable } from './model-refs.ts';
export { startInstance } from './start-instance.ts';
export { writeSampleProcesses } from './sample.ts';
