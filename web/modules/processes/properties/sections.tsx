// Which parts of the panel an element has.
import type { ComponentType } from 'react';
import { childOf } from '#engine/diagram-element.ts';
import type { Drawn } from '../modeler/diagram-services.ts';
import { CallSection } from './call-section.tsx';
import { ConditionSection } from './condition-section.tsx';
import { CustomerWordsSection } from './customer-words-section.tsx';
import { DecisionSection } from './decision-section.tsx';
import { isWork, kindOf, triggerOf } from './element-kind.ts';
import { HandOffSection } from './hand-off-section.tsx';
import { LoopSection } from './loop-section.tsx';
import { MessageSection } from './message-section.tsx';
import { ErrorSection, SignalSection } from './named-sections.tsx';
import { ScriptSection, ServiceSection } from './service-section.tsx';
import { AuthoritySection, DueSection, WorkSection } from './work-section.tsx';
import { TimerSection } from './timer-section.tsx';
import { UnitSection } from './unit-section.tsx';

type Section = { id: string; Section: ComponentType; open: boolean };

const always = (id: string, Section: ComponentType): Section => ({ id, Section, open: true });
const onWish = (id: string, Section: ComponentType): Section => ({ id, Section, open: false });

export function sectionsFor(element: Drawn): readonly Section[] {
  const kind = kindOf(element);
  const { businessObject } = element;
  if (isWork(element))
    return [
      always('work', WorkSection),
      always('due', DueSection),
      onWish('hand-off', HandOffSection),
      onWish('authority', AuthoritySection),
      onWish('loop', LoopSection),
      onWish('customer-words', CustomerWordsSection),
    ];
  const repeats = onWish('loop', LoopSection);
  if (kind === 'service-task')
    return [always('service', ServiceSection), repeats, onWish('customer-words', CustomerWordsSection)];
  if (kind === 'send-task' || kind === 'receive-task') return [always('message', MessageSection), repeats];
  if (kind === 'script-task') return [always('script', ScriptSection), repeats];
  if (kind === 'business-rule-task') return [always('decision', DecisionSection), repeats];
  if (kind === 'call-activity') return [always('call', CallSection), repeats];
  if (kind === 'subprocess') return [repeats];
  if (kind === 'lane') return [always('unit', UnitSection)];
  if (kind === 'sequence-flow') {
    const source = childOf(businessObject, 'sourceRef');
    const asks = source && /Exclusive|Inclusive|Task|Activity|SubProcess/.test(source.$type);
    return asks ? [always('condition', ConditionSection)] : [];
  }
  switch (triggerOf(element)?.$type) {
    case 'bpmn:TimerEventDefinition':
      return [always('timer', TimerSection)];
    case 'bpmn:MessageEventDefinition':
      return [always('message', MessageSection)];
    case 'bpmn:SignalEventDefinition':
      return [always('signal', SignalSection)];
    case 'bpmn:ErrorEventDefinition':
      return [always('error', ErrorSection)];
    default:
      return [];
  }
}
