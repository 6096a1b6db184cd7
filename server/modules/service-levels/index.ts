// The door of the service-levels module: what others may call.
export { writeSampleCalendars } from './sample.ts';
