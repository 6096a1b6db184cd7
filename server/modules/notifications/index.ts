// The door of the notifications module: what others may call.
export { notify, type Notice } from './notify.ts';
