// Compiles what a modeller says about a person's or a service's step: who owes it, by which form, until when.
import { timerOf } from './compile-timer.ts';
import { checkedFeel, feelIn, isFeel, refuse, type Compiling } from './compiling.ts';
import type { HandOffContract, TaskSettings, TimerDefinition } from './definition.ts';
import { childrenOf, extensionsOf, idOf, saysYes, wordsOf, type DiagramElement } from './diagram-element.ts';

export function compileSettings(compiling: Compiling, task: DiagramElement): TaskSettings {
  const settings: TaskSettings = {
    unit: unitOf(compiling, task),
    position: wordsOf(task, 'position'),
    form: wordsOf(task, 'form'),
    stepSheet: wordsOf(task, 'stepSheet'),
    handOff: handOffOf(compiling, task),
    authority: authorityOf(compiling, task),
    due: dueOf(compiling, task),
    priority: feelIn(compiling, task, 'priority', task),
    measure: wordsOf(task, 'measure'),
    customerWords: wordsByLanguage(task, 'rida:CustomerWords'),
  };
  return withoutGaps(settings);
}

/** A definition is compared and stored: what is not said is not there. */
const withoutGaps = (settings: TaskSettings): TaskSettings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as TaskSettings;

function unitOf(compiling: Compiling, task: DiagramElement): TaskSettings['unit'] {
  const words = wordsOf(task, 'unit') ?? compiling.unitOfLane.get(idOf(task));
  if (words === undefined) return undefined;
  return isFeel(words) ? { feel: checkedFeel(compiling, words, task) } : { code: words };
}

function handOffOf(compiling: Compiling, task: DiagramElement): HandOffContract | undefined {
  const [contract] = extensionsOf(task, 'rida:HandOff');
  if (!contract) return undefined;
  const wait = wordsOf(contract, 'longestWait');
  return {
    handedOver: wordsOf(contract, 'handedOver') ?? '',
    acceptance: childrenOf(contract, 'acceptance').flatMap((criterion) => wordsOf(criterion, 'words') ?? []),
    ...(wait === undefined
      ? {}
      : { longestWait: timerOf(compiling, 'duration', wait, saysYes(contract, 'workingTime'), task) }),
  };
}

function authorityOf(compiling: Compiling, task: DiagramElement): TaskSettings['authority'] {
  const [authority] = extensionsOf(task, 'rida:Authority');
  const action = authority && wordsOf(authority, 'action');
  if (!authority) return undefined;
  if (action === undefined)
    return wordsOf(authority, 'amount') === undefined ? undefined : refuse(compiling, 'authority-without-action', task);
  const amount = feelIn(compiling, authority, 'amount', task);
  return { action, ...(amount === undefined ? {} : { amount }) };
}

/** `kind` is said only where FEEL gives it; otherwise the text shows whether it is a date or a length. */
export function dueOf(compiling: Compiling, element: DiagramElement): TimerDefinition | undefined {
  const [due] = extensionsOf(element, 'rida:Due');
  const words = due && wordsOf(due, 'value');
  if (!due || words === undefined) return undefined;
  const isDate = isFeel(words) ? wordsOf(due, 'kind') === 'date' : !words.startsWith('P');
  return timerOf(compiling, isDate ? 'date' : 'duration', words, saysYes(due, 'workingTime'), element);
}

export function wordsByLanguage(element: DiagramElement, type: string): Readonly<Record<string, string>> | undefined {
  const said = extensionsOf(element, type).flatMap((each) => {
    const language = wordsOf(each, 'language');
    const words = wordsOf(each, 'words');
    return language === undefined || words === undefined ? [] : [[language, words] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
