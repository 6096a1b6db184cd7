// Takes a diagram along: as a picture, as BPMN, or on paper.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload, IconFileTypeXml, IconPhoto, IconPrinter } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { saveFile } from '#web/lib/save-file.ts';
import type { Drawing } from './open-drawing.ts';

export function DiagramFiles<Services>({ drawing, name }: { drawing: Drawing<Services> | null; name: string }) {
  const t = useT();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={t('diagram.take-along')}>
          <ActionIcon variant="default" size="lg" aria-label={t('diagram.take-along')} disabled={!drawing}>
            <IconDownload size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPhoto size={16} aria-hidden />}
          onClick={() => void drawing?.svg().then((svg) => saveFile(svg, `${name}.svg`, 'image/svg+xml'))}
        >
          {t('diagram.as-picture')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypeXml size={16} aria-hidden />}
          onClick={() => void drawing?.xml().then((xml) => saveFile(xml, `${name}.bpmn`, 'application/xml'))}
        >
          {t('diagram.as-bpmn')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => void drawing?.svg().then((svg) => print(svg, name))}
        >
          {t('diagram.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** On a page of its own in a frame nobody sees, so that the paper holds the diagram and nothing of the app. */
function print(svg: string, name: string): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inline-size: 0; block-size: 0; border: 0; visibility: hidden;';
  document.body.append(frame);
  const inner = frame.contentDocument;
  if (!inner || !frame.contentWindow) return frame.remove();
  inner.title = name;
  const style = inner.createElement('style');
  style.textContent =
    '@page { size: landscape; margin: 12mm } svg { inline-size: 100%; block-size: auto; max-block-size: 180mm }';
  inner.head.append(style);
  inner.body.append(inner.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true));
  frame.contentWindow.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow.print();
}
