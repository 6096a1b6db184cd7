// The tools that open a menu: the kind of a block, callouts, tables, the direction of a block, variables.
import { Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBraces,
  IconBulb,
  IconCheck,
  IconHeading,
  IconInfoSquareRounded,
  IconPilcrow,
  IconTable,
  IconTextDirectionLtr,
  IconTextDirectionRtl,
  IconTextWrap,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useRef } from 'react';
import { type CalloutKind, calloutKinds, type RichTextDirection } from '#kernel/rich-text/rich-text.ts';
import { useT } from '#web/lib/i18n.ts';
import type { Icon } from '#web/lib/web-module.ts';
import { turnKeys } from './block-direction.ts';
import { Tool, type ToolProps } from './tool.tsx';
import type { TemplateVariable } from './variable.ts';

type MenuProps = { editor: Editor };
const run = (editor: Editor) => editor.chain().focus();

/** The focus goes back to the button, and from there to the words when something was chosen. */
function ToolMenu({ children, ...tool }: Omit<ToolProps, 'onClick' | 'ref'> & { children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-start" returnFocus={false} onClose={() => button.current?.focus()}>
      <Menu.Target>
        <Tool {...tool} ref={button} />
      </Menu.Target>
      <Menu.Dropdown mah="min(420px, 70dvh)" style={{ overflow: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

type Choice = { key: string; label: string; icon?: Icon; chosen: boolean; run: () => void };

function Choices({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ key, label, icon: Icon, chosen, run: choose }) => (
    <Menu.Item
      key={key}
      role="menuitemradio"
      aria-checked={chosen}
      leftSection={Icon ? <Icon size={16} aria-hidden /> : undefined}
      rightSection={chosen ? <IconCheck size={16} aria-hidden /> : <span style={{ inlineSize: 16 }} />}
      onClick={choose}
    >
      {label}
    </Menu.Item>
  ));
}

export function BlockMenu({ editor }: MenuProps) {
  const t = useT();
  const level = useEditorState({
    editor,
    selector: ({ editor: now }) => ([2, 3, 4] as const).find((one) => now.isActive('heading', { level: one })) ?? null,
  });
  return (
    <ToolMenu label={t('ui.rich-text.block')} icon={level ? IconHeading : IconPilcrow} on={level !== null}>
      <Choices
        choices={[
          {
            key: 'paragraph',
            label: t('ui.rich-text.paragraph'),
            chosen: level === null,
            run: () => run(editor).setParagraph().run(),
          },
          ...([2, 3, 4] as const).map((one) => ({
            key: String(one),
            label: t(`ui.rich-text.heading-${one}`),
            chosen: level === one,
            run: () => run(editor).setHeading({ level: one }).run(),
          })),
        ]}
      />
    </ToolMenu>
  );
}

export const calloutIcons: Record<CalloutKind, Icon> = {
  note: IconInfoSquareRounded,
  tip: IconBulb,
  warning: IconAlertTriangle,
};

export function CalloutMenu({ editor }: MenuProps) {
  const t = useT();
  const kind = useEditorState({
    editor,
    selector: ({ editor: now }) => calloutKinds.find((one) => now.isActive('callout', { kind: one })) ?? null,
  });
  return (
    <ToolMenu label={t('ui.rich-text.callout')} icon={calloutIcons[kind ?? 'note']} on={kind !== null}>
      <Choices
        choices={calloutKinds.map((one) => ({
          key: one,
          label: t(`ui.rich-text.callout.${one}`),
          icon: calloutIcons[one],
          chosen: kind === one,
          run: () => run(editor).toggleCallout(one).run(),
        }))}
      />
    </ToolMenu>
  );
}

export function TableMenu({ editor }: MenuProps) {
  const t = useT();
  const inside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });
  const acts = [
    ['row-above', () => run(editor).addRowBefore().run()],
    ['row-below', () => run(editor).addRowAfter().run()],
    ['column-before', () => run(editor).addColumnBefore().run()],
    ['column-after', () => run(editor).addColumnAfter().run()],
    ['merge-cells', () => run(editor).mergeOrSplit().run()],
    ['header-row', () => run(editor).toggleHeaderRow().run()],
    ['remove-row', () => run(editor).deleteRow().run()],
    ['remove-column', () => run(editor).deleteColumn().run()],
    ['remove-table', () => run(editor).deleteTable().run()],
  ] as const;
  if (!inside)
    return (
      <Tool
        label={t('ui.rich-text.table')}
        icon={IconTable}
        onClick={() => run(editor).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run()}
      />
    );
  return (
    <ToolMenu label={t('ui.rich-text.table-change')} icon={IconTable} on>
      {acts.map(([name, act]) => (
        <Menu.Item key={name} onClick={act} {...(name === 'remove-table' ? { color: 'red' } : {})}>
          {t(`ui.rich-text.${name}`)}
        </Menu.Item>
      ))}
    </ToolMenu>
  );
}

const directionIcons = { auto: IconTextWrap, rtl: IconTextDirectionRtl, ltr: IconTextDirectionLtr };

export function DirectionMenu({ editor }: MenuProps) {
  const t = useT();
  const chosen = useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      (state.selection.$from.parent.attrs['dir'] as RichTextDirection | null | undefined) ?? 'auto',
  });
  return (
    <ToolMenu label={t('ui.rich-text.direction')} icon={directionIcons[chosen]} keys={turnKeys} on={chosen !== 'auto'}>
      <Choices
        choices={(['auto', 'rtl', 'ltr'] as const).map((one) => ({
          key: one,
          label: t(`ui.rich-text.direction.${one}`),
          icon: directionIcons[one],
          chosen: chosen === one,
          run: () =>
            run(editor)
              .setBlockDirection(one === 'auto' ? null : one)
              .run(),
        }))}
      />
    </ToolMenu>
  );
}

export function VariableMenu({ editor, variables }: MenuProps & { variables: readonly TemplateVariable[] }) {
  const t = useT();
  return (
    <ToolMenu label={t('ui.rich-text.variable')} icon={IconBraces}>
      {variables.map(({ name, label }) => (
        <Menu.Item key={name} onClick={() => run(editor).insertVariable(name).run()}>
          {label}
        </Menu.Item>
      ))}
    </ToolMenu>
  );
}
