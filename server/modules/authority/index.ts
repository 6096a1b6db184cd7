// The door of the authority module: whoever lets people decide something asks here first.
export { decide, requireAuthority, type Decided, type DecisionQuestion } from './decide.ts';
export { mayDecide } from './may-decide.ts';
export { eraseAuthorityWords } from './erase-words.ts';
export { writeSampleAuthority } from './sample.ts';
