// English texts of the segments module; its keys are the master for the other languages.
export const messages = {
  'segment.tree': '[Customer] tree',
  'segment.settings': 'Moves in the tree',
  'field.rule-field-unknown': 'This field is no longer there. Choose another one.',
  'field.rule-operator': 'This field cannot be compared like that.',
  'field.rule-value': 'This value does not fit the field.',
  'field.rule-value-missing': 'Something to compare with is missing.',
  'field.rule-window': 'This field does not count within days.',

  'problem.segment.not-found': 'This segment is no longer there. Reload the page to see the tree as it is now.',
  'problem.segment.version-not-found': 'There is no such version of the tree.',
  'problem.segment.draft-there': 'A draft is there already. Go on with it, or discard it first.',
  'problem.segment.no-draft': 'There is no draft any more: it was published or discarded. Nothing was changed.',
  'problem.segment.publishing':
    'The draft is being published. Nothing was changed; it goes on when everybody is placed.',
  'problem.segment.draft-empty': 'The draft has no segments. Add one before it is published.',
  'problem.segment.too-deep': 'The tree has no more than {{most}} levels. Choose another place.',
  'problem.segment.too-many': 'The tree has no more than {{most}} segments. Remove one first.',
  'problem.segment.cycle': 'A segment cannot stand below itself. Nothing was changed; choose another one above it.',
  'problem.segment.no-tree': 'No tree is published yet. Publish one first.',
  'problem.segment.not-pinned': 'This [customer] is not pinned any more.',
  'problem.segment.proposal-not-found': 'This proposal is no longer there.',
  'problem.segment.proposal-decided': 'This proposal is settled already. Nobody was moved.',
  'problem.segment.persona-not-found': 'This persona is no longer there.',
  'customer.event.segment.member-pinned': 'Pinned to a segment',
  'customer.event.segment.member-unpinned': 'No longer pinned to a segment',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
