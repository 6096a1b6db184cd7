// English texts of the classification of processes and of the map of coverage; its keys are the master for the other languages.
export const messages = {
  'process-coverage.title': 'Coverage map',
  'process-coverage.purpose':
    'Which processes of a world standard are done here, which stand on paper only, which are missing. About processes, never about people.',
  'process-coverage.which': 'Which elements',
  'process-coverage.view.all': 'All',
  'process-coverage.view.missing': 'Not done here',
  'process-coverage.view.declared': 'Declared, not running',
  'process-coverage.view.running': 'Running',
  'process-coverage.view.twice': 'Done twice',
  'process-coverage.view.excluded': 'Not done on purpose',
  'process-coverage.view.unclassified': 'Done, not classified',
  'process-coverage.counted': '{{label, raw}} ({{count}})',
  'process-coverage.state.running': 'Covered and running',
  'process-coverage.state.declared': 'Declared, not running',
  'process-coverage.state.parts': 'Covered in part',
  'process-coverage.state.within': 'Within a wider process',
  'process-coverage.state.excluded': 'Not done here on purpose',
  'process-coverage.state.missing': 'Not done here',
  'process-coverage.twice': 'done twice',
  'process-coverage.contradiction': 'Said to be not done on purpose, and yet there is a process',
  'process-coverage.exclude': 'Mark as on purpose',
  'process-coverage.exclude-hint': 'Why the organisation does not need it. It stands on record with your name.',
  'process-coverage.exclude-named': 'Mark as on purpose: {{name}}',
  'process-coverage.include': 'Lift',
  'process-coverage.include-named': 'Lift for {{name}}',
  'process-coverage.excluded-by': 'By {{name}}, {{day}}',
  'process-coverage.outside': 'With a number outside the shipped part',
  'process-coverage.none': 'Nothing here',
  'process-coverage.none-hint': 'No element and no process is of this kind.',
  'process-coverage.partial': 'There are more processes than this map shows.',
  'process-coverage.file': 'CSV file',
  'process-coverage.edition': 'Classification: {{edition, ltr}}',
  'process-coverage.version': 'version {{number}}',
  'process-coverage.draft': 'no version yet',
  'process-coverage.figures':
    'Running {{running}} · overdue {{overdue}} · done in 90 days {{done}} · hand-offs refused {{refused, raw}}',
  'process-coverage.too-few': 'not shown, too few',
  'process-coverage.elements_one': '{{count}} element',
  'process-coverage.elements_other': '{{count}} elements',
  'process-class.label': 'Classification (APQC PCF)',
  'process-class.hint':
    'Found by number or name. Another number of five digits may be typed: the whole framework is larger.',
  'process-class.outside': '{{id, ltr}} · outside the shipped part',
  'process-class.load': 'Load the whole framework',
  'process-class.load-means':
    'In place of the shipped part. Processes and what is not done on purpose keep their numbers. Names that we have not translated are shown as the file has them.',
  'process-class.file': 'Choose the CSV file',
  'process-class.file-hint': 'The spreadsheet of APQC, saved as CSV: with the columns PCF ID, Hierarchy ID and Name.',
  'process-class.edition': 'Edition',
  'process-class.edition-hint': 'As it should be called here, such as Cross-Industry 8.0.',
  'process-class.unload': 'Back to the shipped part',
  'problem.process-classification.unreadable':
    'No rows with PCF ID, Hierarchy ID and Name were found in the file. Nothing was changed.',
  'problem.process-classification.row-wrong':
    'Row {row} has no id of five digits, no number or no name, or repeats one. Nothing was changed.',
  'problem.process-classification.not-loaded': 'The shipped part holds already.',
  'problem.process-coverage.element-not-found': 'The shipped part of the classification has no such element.',
  'problem.process-coverage.excluded': 'It is marked as not done already.',
  'problem.process-coverage.not-excluded': 'It is not marked as not done.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
