// The door of the processes module: what others may start, tell and ask about something of theirs.
export {
  cancelAbout,
  countAbout,
  isRunningAbout,
  processesAbout,
  progressAbout,
  tellAbout,
} from './instances/about-subject.ts';
export { findUnits } from './tasks/find-unit.ts';
export { modelRefs, requireStartable } from './models/model-refs.ts';
export { startInstance } from './instances/start-instance.ts';
export { writeSampleProcesses } from './sample.ts';
