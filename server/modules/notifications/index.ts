// The door of the notifications module: whoever has something to tell calls `notify`; channels write the letters that are due.
export { notify, type Notice } from './notify.ts';
export { tell } from './tell.ts';
export { takeDueLetters, type DueLetter } from './take-due-letters.ts';
export { letterLine } from './letter-lines.ts';
