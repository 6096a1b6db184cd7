// The faults of diagrams in English; the element that is at fault stands beside the words.
import type { FaultWords } from './fault-codes.ts';

export const faultWords: FaultWords = {
  'fault.diagram-too-large': 'The file is larger than {{maximum}} characters',
  'fault.diagram-with-entities':
    'The file declares a document type or entities, which diagrams do not need: it is not opened',
  'fault.diagram-too-deep': 'Elements stand inside each other more than {{maximum}} times',
  'fault.diagram-not-xml': 'This is not an intact file: reading stops at line {{line}}, character {{column}}',
  'fault.diagram-not-bpmn': 'This is not a BPMN 2.0 diagram',
  'fault.diagram-id-twice': 'Two elements have the same identifier',
  'fault.diagram-reference-open':
    'Refers to "{{reference}}" ({{property}}), which is not in the diagram; a changed diagram is saved without this reference',
  'fault.diagram-part-unread':
    '"{{name}}" in line {{line}} is not part of the format; a changed diagram is saved without it',
  'fault.process-missing': 'The diagram has no process',
  'fault.process-unknown': 'The diagram has no process "{{process}}"',
  'fault.process-empty': 'Nothing stands in it',
  'fault.element-without-id': 'An element in it ({{type}}) has no identifier',
  'fault.start-missing': 'There is no start',
  'fault.start-twice': 'There is another start already: it would not be clear where to begin',
  'fault.start-trigger-misplaced':
    'A subprocess begins when a case comes to it: its start cannot wait for anything else',
  'fault.event-subprocess-without-trigger':
    'The start of an event subprocess needs something that sets it off: a message, a signal, a time or an error',
  'fault.complex-gateway-not-executed':
    'Complex gateways are not executed; exclusive, inclusive and parallel gateways can say the same',
  'fault.transaction-not-executed':
    'Transactions are not executed; a plain subprocess with an event for what goes wrong can take its place',
  'fault.ad-hoc-not-executed': 'Subprocesses without an order of their steps are not executed',
  'fault.compensation-not-executed': 'Compensation is not executed; what has to be undone needs steps of its own',
  'fault.escalation-not-executed': 'Escalation events are not executed; a signal or a message can take their place',
  'fault.conditional-event-not-executed':
    'Events that wait for a condition are not executed; a gateway or a message can take their place',
  'fault.cancel-event-not-executed': 'Cancel events belong to transactions, which are not executed',
  'fault.multiple-triggers-not-executed': 'An event has exactly one cause here; several need several events',
  'fault.starting-gateway-not-executed': 'A gateway cannot begin a process; start events can',
  'fault.starting-receive-task-not-executed':
    'A step that receives cannot begin a process; a start event with the message can',
  'fault.choreography-not-executed': 'Choreographies are not executed; only processes are',
  'fault.conversation-not-executed': 'Conversations are not executed; message flows between pools are',
  'fault.element-not-executed': 'Elements of this kind ({{type}}) are not executed',
  'fault.flow-loose': 'This arrow does not connect two elements',
  'fault.flow-crosses-border': 'An arrow cannot cross the border of a pool or a subprocess',
  'fault.flow-into-start': 'No arrow can lead into a start',
  'fault.flow-out-of-end': 'No arrow can lead out of an end',
  'fault.flow-into-boundary': 'No arrow can lead into an event at the edge of a step',
  'fault.condition-missing': 'This way out of the choice has neither a condition nor is it the default',
  'fault.condition-misplaced': 'Here the arrow is always taken: a condition belongs behind a step or a choice',
  'fault.condition-not-understood':
    'The condition "{{expression}}" is not FEEL: it cannot be read from character {{place}} on',
  'fault.default-elsewhere': 'The default arrow "{{flow}}" does not leave from here',
  'fault.default-with-condition': 'The condition of the default arrow is not asked',
  'fault.link-without-name': 'A jump needs a name, so that its other end is found',
  'fault.link-without-partner': 'The jump "{{name}}" has no other end',
  'fault.link-twice': 'The jump "{{name}}" leads to several places',
  'fault.link-throw-goes-on': 'A jump goes on at its other end: no arrow can leave from here',
  'fault.event-gateway-target': 'Behind a gateway that waits, only messages, signals and times can come',
  'fault.trigger-missing': 'It is not said what this event waits for',
  'fault.trigger-misplaced': 'An event of this kind cannot stand here',
  'fault.error-must-interrupt': 'An error always ends what it happens in',
  'fault.boundary-loose': 'This event is not attached to a step',
  'fault.message-without-name': 'The message has no name',
  'fault.signal-without-name': 'The signal has no name',
  'fault.error-without-code': 'The error has no code by which it could be caught',
  'fault.name-is-expression':
    'The name "{{words}}" begins with "=", but a name cannot depend on variables; the key can',
  'fault.timer-missing': 'It is not said when',
  'fault.timer-twice': 'A date, a length and a repetition exclude each other',
  'fault.timer-not-understood':
    'The time "{{words}}" cannot be read; examples: 2026-12-01, 2026-12-01T09:00:00+03:30, P3D, PT4H, R3/PT1H',
  'fault.timer-not-working-time':
    'Working time is counted in weeks, days, hours and minutes, which "{{words}}" is not; days or hours can take its place, or time that runs through',
  'fault.expression-not-understood': '"{{expression}}" is not FEEL: it cannot be read from character {{place}} on',
  'fault.topic-missing': 'It is not said which service does this step',
  'fault.script-missing': 'There is nothing to calculate',
  'fault.script-in-other-language': 'Scripts in "{{language}}" are not executed; FEEL is',
  'fault.result-variable-missing': 'It is not said in which variable the result is kept',
  'fault.decision-missing': 'The step has no decision table',
  'fault.decision-without-output': 'The decision table does not say what it decides',
  'fault.decision-rule-incomplete': 'Rule {{rule}} of the decision table is not complete',
  'fault.decision-cell-not-understood':
    '"{{expression}}" in rule {{rule}} is not FEEL: it cannot be read from character {{place}} on',
  'fault.hit-policy-not-executed':
    'Decision tables with the policy "{{policy}}" are not executed; unique, first and collect are',
  'fault.called-process-missing': 'It is not said which process is called',
  'fault.loop-without-count': 'It is not said for what, or how often, the step is done',
  'fault.loop-without-condition': 'It is not said how long the step is repeated',
  'fault.authority-without-action':
    'An amount is named and no action that takes authority: nobody would be asked whether they may',
  'fault.task-without-kind': 'It is not said who or what does this step; it is taken for a task of people',
  'fault.unreachable': 'No way leads here from a start',
  'fault.dead-end': 'The way stops here without an end',
  'fault.end-missing': 'There is no end',
  'fault.join-can-wait-forever':
    'Waits for all arrows, but behind "{{split}}" not all of them may come: the case would stand here for ever',
  'fault.merge-without-join':
    'The ways that part at "{{split}}" meet here without waiting for each other: what follows happens once for each',
  'fault.gateway-superfluous': 'With one arrow in and one out, this gateway does nothing',
  'fault.gateway-joins-and-splits': 'This gateway joins and splits at once; two gateways are easier to read',
  'fault.flow-twice': 'There is an arrow between these two already',
  'fault.start-timer-counts-from-nothing':
    'A length needs something to count from, and before its start there is nothing; a date or a repetition can begin a process',
  'fault.start-timer-too-often': '"{{cycle}}" begins a case more than once a minute',
  'fault.cycle-fires-once': 'Here a repetition happens only once; a length says the same',
  'fault.unit-missing': 'It is not said which unit does this step; it goes to the unit of the process',
  'fault.hand-off-without-contract':
    'Work comes from another unit, that of the step "{{step}}", and it is not said what is handed over',
  'fault.message-key-missing': 'Without a key the message is taken by every case that waits for it',
  'fault.name-missing': 'This has no name',
  'fault.name-twice': 'Another step is called "{{name}}" too',
  'fault.process-without-name': 'The process has no name',
  'fault.shape-missing': 'This is in the process but not in the drawing',
  'fault.diagram-not-drawn': 'The diagram has no drawing, only its content',
  'fault.shapes-overlap': 'This lies over another shape',
  'fault.shape-outside': 'This lies outside of what it belongs to',
};
