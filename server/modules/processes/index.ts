// The door of the processes module: what others may start, tell and ask.
export { startInstance, type StartInput } from './start-instance.ts';
export { sendMessage, type MessageInput, type MessageOutcome } from './send-message.ts';
export { cancelInstance } from './instance-steps.ts';
export type { ProcessViews } from './tables.ts';
