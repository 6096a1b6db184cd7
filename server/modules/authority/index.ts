// The door of the authority module: whoever lets people decide something asks here first.
export { actionsNamed } from './actions-named.ts';
export { requireAuthority } from './decide.ts';
export { eraseAuthorityWords } from './erase-words.ts';
export { writeSampleAuthority } from './sample.ts';
