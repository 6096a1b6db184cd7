// The diagram that a new model begins with: a start and an end, joined, so that the modeller has something to hold on to.
import { randomBytes } from 'node:crypto';

/** Ids of its own: two diagrams can be put into one file. */
export function emptyDiagram(name: string): string {
  const own = randomBytes(4).toString('hex');
  const escaped = name.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:rida="urn:rida:bpmn:1" id="Definitions_${own}" targetNamespace="urn:rida:processes">
  <bpmn:process id="Process_${own}" name="${escaped}" isExecutable="true">
    <bpmn:startEvent id="Start_${own}">
      <bpmn:outgoing>Flow_${own}</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:endEvent id="End_${own}">
      <bpmn:incoming>Flow_${own}</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_${own}" sourceRef="Start_${own}" targetRef="End_${own}" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_${own}">
    <bpmndi:BPMNPlane id="Plane_${own}" bpmnElement="Process_${own}">
      <bpmndi:BPMNShape id="Start_${own}_di" bpmnElement="Start_${own}">
        <dc:Bounds x="160" y="120" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="End_${own}_di" bpmnElement="End_${own}">
        <dc:Bounds x="320" y="120" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="Flow_${own}_di" bpmnElement="Flow_${own}">
        <di:waypoint x="196" y="138" />
        <di:waypoint x="320" y="138" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
