// English texts of templates of processes; its keys are the master for the other languages.
export const messages = {
  'process.begin.template': 'A template',
  'process.begin.template-hint': 'A whole process with its steps, hand-offs and due times; only the units are chosen.',
  'process-template.choose': 'Template',
  'process-template.forms': 'Forms of its steps',
  'process-template.forms-hint': 'Made and published with the process; those that are there already are used.',
  'process-template.forms-may-not':
    'Not yours to make. Those that are there already are used; in other steps these values are entered by hand.',
  'process-template.language': 'Language of the diagram',
  'process-template.language-hint': 'Names of steps and agreements are written in it.',
  'process-template.units': 'Who takes part',
  'process-template.units-hint': 'Several may be the same unit.',
  'process-template.unit-of': 'Unit: {{role}}',
  'process-template.values': 'Values that its conditions read',
  'process-template.preview': 'Diagram of {{name}}',
  'process-template.steps_one': '{{count}} step',
  'process-template.steps_other': '{{count}} steps',
  'process-template.hand-offs_one': '{{count}} hand-off',
  'process-template.hand-offs_other': '{{count}} hand-offs',
  'problem.process-template.not-found': 'This template is not there.',
  'problem.process-template.units-missing': 'Every role of the template needs a unit.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
