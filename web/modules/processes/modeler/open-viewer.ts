// Begins the viewer, which is half as large as the modeller.
import BpmnViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DiagramServices } from './diagram-services.ts';
import { type Drawing, type DrawingOptions, drawingSettings, openDrawing } from './open-drawing.ts';

export async function openViewer(options: DrawingOptions, xml: string): Promise<Drawing<DiagramServices>> {
  return openDrawing(new BpmnViewer<DiagramServices>(await drawingSettings(options)), options, xml);
}
