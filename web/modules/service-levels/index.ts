// What higher modules may use of service levels in the browser: how a due time came about, and where a rule is written.
export { DerivationText } from './derivation-text.tsx';
export { DueDays } from './due-days.tsx';
export { serviceLevelTexts } from './texts.ts';
export { SourceLine } from './source-line.tsx';
