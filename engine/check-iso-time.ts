// Says whether a text is a moment, a length or a repetition of ISO 8601 as timers of a diagram use them.

/** With its zone: a moment without one would mean another in every office. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const LENGTH = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const REPETITION = /^R\d*\/(P.*)$/;

export const isIsoDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(new Date(text).getTime());

/** `P0D` counts nothing and would repeat without end. */
export const isIsoDuration = (text: string): boolean => LENGTH.test(text) && /[1-9]/.test(text);

export const isIsoCycle = (text: string): boolean => isIsoDuration(lengthOfCycle(text) ?? '');

/** The length between two times of `R3/PT1H`. */
export const lengthOfCycle = (text: string): string | undefined => REPETITION.exec(text)?.[1];
