// What is said of the chosen element beside its shape, in the order in which somebody who describes work is asked.
import { Accordion, Text } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import type { Drawn } from '../modeler/diagram-services.ts';
import type { Tools } from './edit-element.ts';
import { kindOf } from './element-kind.ts';
import { NameSection } from './name-section.tsx';
import classes from './properties.module.css';
import { sectionsFor } from './sections.tsx';
import { EditorProvider } from './use-editor.ts';

export type PropertiesPanelProps = {
  element: Drawn;
  tools: Tools;
  readOnly: boolean;
  /** Of the process. */
  unitId: string;
  /** Rises with each change in the diagram: what is shown is read anew. */
  changes: number;
};

export function PropertiesPanel({ element, tools, readOnly, unitId }: PropertiesPanelProps) {
  const t = useT();
  const sections = sectionsFor(element);
  return (
    <EditorProvider value={{ element, tools, readOnly, unitId }}>
      <section className={classes['panel']} aria-label={t('diagram.properties')} key={element.id}>
        <Text size="sm" c="dimmed">
          {t(`diagram.kind.${kindOf(element)}` as MessageKey)}
        </Text>
        <NameSection />
        {sections.length > 0 ? (
          <Accordion
            multiple
            variant="default"
            defaultValue={sections.filter(({ open }) => open).map(({ id }) => id)}
            classNames={{ content: classes['section'] ?? '' }}
          >
            {sections.map(({ id, Section }) => (
              <Accordion.Item key={id} value={id}>
                <Accordion.Control>{t(`diagram.section.${id}` as MessageKey)}</Accordion.Control>
                <Accordion.Panel>
                  <Section />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        ) : null}
      </section>
    </EditorProvider>
  );
}
