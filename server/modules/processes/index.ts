// The door of the processes module: what others may start, tell and ask.
export { writeSampleProcesses } from './sample.ts';
