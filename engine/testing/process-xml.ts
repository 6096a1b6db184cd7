// Writes small diagrams for tests: what is said is what the test is about, the rest is around it.

export const diagramXml = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:rida="urn:rida:bpmn:1" id="D" targetNamespace="urn:test">
${inside}
</bpmn:definitions>`;

/** One process `P`; `around` stands beside it at the top, such as messages. */
export const processXml = (inside: string, around = ''): string =>
  diagramXml(`${around}<bpmn:process id="P" name="Process" isExecutable="true">${inside}</bpmn:process>`);

/** Arrows along the way: `path('S', 'T', 'E')` draws `S-T` and `T-E`. */
export const path = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((to, index) => `<bpmn:sequenceFlow id="${ids[index]}-${to}" sourceRef="${ids[index]}" targetRef="${to}" />`)
    .join('');

export const arrow = (from: string, to: string, condition: string): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;

/** A process of one element between its start `S` and its end `E`. */
export const around = (id: string, element: string, beside = ''): string =>
  processXml(`<bpmn:startEvent id="S" />${element}<bpmn:endEvent id="E" />${path('S', id, 'E')}`, beside);
