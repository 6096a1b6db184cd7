// When the timer of an event goes off.
import { saysYes } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { make } from './edit-element.ts';
import { triggerOf } from './element-kind.ts';
import { TimerFields, type TimerValue } from './timer-fields.tsx';
import { useEditor } from './use-editor.ts';

const properties = { duration: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const;
const kinds = ['duration', 'date', 'cycle'] as const;

export function TimerSection() {
  const t = useT();
  const { element, tools, body } = useEditor();
  const definition = triggerOf(element);
  if (!definition) return null;
  const kind = kinds.find((one) => body(definition, properties[one]) !== '');
  const value: TimerValue | null = kind
    ? { kind, words: body(definition, properties[kind]), workingTime: saysYes(definition, 'workingTime') }
    : null;
  // All in one step: a timer that is two kinds at once would be at fault in between.
  const set = (next: TimerValue) =>
    tools.modeling.updateModdleProperties(element, definition, {
      ...Object.fromEntries(
        kinds.map((one) => [
          properties[one],
          one === next.kind && next.words !== ''
            ? make(tools, 'bpmn:FormalExpression', { body: next.words }, definition)
            : undefined,
        ]),
      ),
      'rida:workingTime': next.workingTime || undefined,
    });
  return <TimerFields label={t('diagram.timer')} kinds={kinds} value={value} onChange={(next) => next && set(next)} />;
}
