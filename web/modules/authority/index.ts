// The door of the authority module: what a form says before somebody decides something.
export { AuthorityNotice } from './authority-notice.tsx';
