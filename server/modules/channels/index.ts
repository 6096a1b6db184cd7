// The door of the channels module: letters go out through it, mails that arrived are read through it.
export { queueMail } from './queue-mail.ts';
export { importMails } from './import-mails.ts';
export { receivedMail } from './received-mail.ts';
export { attachMailToThread } from './attach-mail-to-thread.ts';
export { writeSampleMails, type SampleMail } from './sample.ts';
export { probeMailServer } from './probe-mail-server.ts';
