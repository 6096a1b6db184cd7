// The door of the forms module: what others may call.
export { answersInWords } from './answers-in-words.ts';
export { bringForms, type WantedForm } from './bring-forms.ts';
export { checkFormAnswers, type CheckedForm } from './check-form-answers.ts';
export { formInUse, formVersions, versionFor } from './form-version.ts';
export { formsNamed } from './forms-named.ts';
export { requireForm } from './form.ts';
export { writeSampleForms } from './sample.ts';
