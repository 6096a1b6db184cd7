// Gateways that only say where a token goes on: one flow, every flow that holds, or all.
import type { FlowNode, Gateway } from '../definition.ts';
import { allFlows, firstFlow, holdingFlows, takeFlows } from '../flows.ts';
import type { LiveToken, Run } from '../run.ts';
import { enterEventGateway } from './event-gateway.ts';

export function isGateway(node: FlowNode): node is Gateway {
  return node.type.endsWith('-gateway');
}

export function enterGateway(run: Run, token: LiveToken, gateway: Gateway): void {
  if (gateway.type === 'event-gateway') enterEventGateway(run, token, gateway);
  else run.finish(token);
}

export function leaveGateway(run: Run, token: LiveToken, gateway: Gateway): void {
  const choose = { 'exclusive-gateway': firstFlow, 'inclusive-gateway': holdingFlows };
  const flows =
    gateway.type === 'exclusive-gateway' || gateway.type === 'inclusive-gateway'
      ? choose[gateway.type](run, token, gateway)
      : allFlows(run, gateway);
  takeFlows(run, token, flows);
}
