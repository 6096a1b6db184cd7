// What modeller and viewer share: begun in an element of the page, mirrored or as stored, in the reader's language and our font.
import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type BpmnViewer from 'bpmn-js/lib/NavigatedViewer';
import type { Language } from '#contract/common.ts';
import type { DiagramElement } from '#engine/diagram-element.ts';
import { ridaModdle } from '#engine/rida-moddle.ts';
import type { DiagramServices } from './diagram-services.ts';
import { mirrorDrawing } from './mirror-drawing.ts';
import { translationModule } from './translate.ts';

export type DrawingOptions = { container: HTMLElement; language: Language; mirrored: boolean };

export type Drawing<Services> = {
  get: <Name extends keyof Services>(name: Name) => Services[Name];
  on: (events: string | string[], listener: (event: never) => void) => void;
  /** As it is stored, whatever view is shown. */
  xml: () => Promise<string>;
  svg: () => Promise<string>;
  destroy: () => void;
};

const FONT = '"Vazirmatn Variable", sans-serif';
const textStyle = { fontFamily: FONT, fontSize: 13, lineHeight: 1.45 };

export async function drawingSettings({ container, language }: DrawingOptions, more: readonly object[] = []) {
  const translation = await translationModule(language);
  return {
    container,
    textRenderer: { defaultStyle: textStyle, externalStyle: { ...textStyle, fontSize: 12 } },
    bpmnRenderer: { defaultFillColor: '#ffffff', defaultStrokeColor: '#2b2824', defaultLabelColor: '#2b2824' },
    moddleExtensions: { rida: ridaModdle },
    additionalModules: [translation, ...more] as never[],
  };
}

type Tool<Services> = (BpmnModeler<Services> | BpmnViewer<Services>) & { get: Drawing<Services>['get'] };

export async function openDrawing<Services extends DiagramServices>(
  tool: Tool<Services>,
  { mirrored }: DrawingOptions,
  xml: string,
): Promise<Drawing<Services>> {
  // Labels are measured when they are drawn: with another font they would be broken elsewhere.
  await document.fonts.load(`13px ${FONT}`, 'سپA').catch(() => undefined);
  if (mirrored)
    tool.on('import.parse.complete', ({ definitions }: { definitions?: DiagramElement }) => {
      if (definitions) mirrorDrawing(definitions);
    });
  try {
    await tool.importXML(xml);
  } catch (error) {
    tool.destroy();
    throw error;
  }
  showFirst(tool.get('canvas'), mirrored);
  return {
    get: (name) => tool.get(name),
    on: (events, listener) => tool.on(events, listener),
    xml: async () => {
      const definitions = tool.getDefinitions() as unknown as DiagramElement;
      if (mirrored) mirrorDrawing(definitions);
      try {
        return (await tool.saveXML({ format: true })).xml ?? '';
      } finally {
        if (mirrored) mirrorDrawing(definitions);
      }
    },
    svg: async () => readable((await tool.saveSVG()).svg),
    destroy: () => tool.destroy(),
  };
}

/** With air around it, never larger than life; tools at one side of the canvas need room of their own. */
export function showWhole(canvas: DiagramServices['canvas']): void {
  canvas.zoom('fit-viewport', 'auto');
  const tools = canvas.getContainer().querySelector<HTMLElement>('.djs-palette');
  const { width } = canvas.getContainer().getBoundingClientRect();
  // Nothing where they are hidden, as on a phone.
  const taken = tools?.offsetWidth ?? 0;
  const share = Math.max(0.5, (width - taken - (taken > 0 ? 48 : 24)) / Math.max(width, 1));
  canvas.zoom(Math.max(0.2, Math.min(1, canvas.zoom() * share)), 'auto');
  if (!tools || taken === 0) return;
  const aside = taken / 2 + 6;
  canvas.scroll({ dx: tools.offsetLeft < width / 2 ? aside : -aside, dy: 0 });
}

/** Smaller than this, its words cannot be read. */
const READABLE = 0.6;

/** All of it; where that is too small to read, as on a phone, as much of it as there is room for, from where it begins. */
function showFirst(canvas: DiagramServices['canvas'], mirrored: boolean): void {
  showWhole(canvas);
  const { inner, outer } = canvas.viewbox();
  if (canvas.zoom() >= READABLE || outer.width > 600) return;
  const [width, height] = [outer.width / READABLE, outer.height / READABLE];
  const air = 12;
  canvas.viewbox({
    x: mirrored ? inner.x + inner.width + air - width : inner.x - air,
    y: inner.height > height ? inner.y - air : inner.y + (inner.height - height) / 2,
    width,
    height,
  });
}

/** A file of its own has none of our style sheets: Arabic labels must read right in it too. */
function readable(svg: string): string {
  return svg.replace(/(<svg[^>]*>)/, '$1<style>text, tspan { unicode-bidi: plaintext; }</style>');
}
