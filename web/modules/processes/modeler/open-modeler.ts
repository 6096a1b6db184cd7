// Begins the modeller.
import BpmnModeler from 'bpmn-js/lib/Modeler';
import type { ModelerServices } from './diagram-services.ts';
import { type Drawing, type DrawingOptions, drawingSettings, openDrawing } from './open-drawing.ts';
import { rightToLeftPlacing } from './right-to-left-placing.ts';

export async function openModeler(options: DrawingOptions, xml: string): Promise<Drawing<ModelerServices>> {
  const settings = await drawingSettings(options, options.mirrored ? [rightToLeftPlacing] : []);
  return openDrawing(new BpmnModeler<ModelerServices>(settings), options, xml);
}
