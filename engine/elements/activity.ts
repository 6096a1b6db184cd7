// What all activities have in common: boundary events, rounds, and leaving by the flows whose condition holds.
import type { Activity } from '../definition.ts';
import { holdingFlows, takeFlows } from '../flows.ts';
import type { LiveToken, Run } from '../run.ts';
import { armBoundary } from './boundary-event.ts';
import { beginLoop, finishRound, isRound } from './loop.ts';
import { workOnReceiveTask } from './receive-task.ts';
import { workOnBusinessRuleTask, workOnScriptTask } from './script-task.ts';
import { workOnCallActivity, workOnServiceTask } from './service-task.ts';
import { workOnSubprocess } from './subprocess.ts';
import { workOnSendTask } from './throw-event.ts';
import { workOnUserTask } from './user-task.ts';

export function enterActivity(run: Run, token: LiveToken, activity: Activity): void {
  armBoundary(run, token, activity);
  run.schedule({ step: 'work', token: token.number });
}

export function workOnActivity(run: Run, token: LiveToken, activity: Activity): void {
  if (activity.loop && !isRound(run, token)) return beginLoop(run, token, activity, activity.loop);
  switch (activity.type) {
    case 'user-task':
    case 'manual-task':
      return workOnUserTask(run, token);
    case 'service-task':
      return workOnServiceTask(run, token, activity);
    case 'call-activity':
      return workOnCallActivity(run, token, activity);
    case 'send-task':
      return workOnSendTask(run, token, activity);
    case 'receive-task':
      return workOnReceiveTask(run, token, activity);
    case 'script-task':
      return workOnScriptTask(run, token, activity);
    case 'business-rule-task':
      return workOnBusinessRuleTask(run, token, activity);
    case 'subprocess':
      return workOnSubprocess(run, token, activity);
  }
}

export function leaveActivity(run: Run, token: LiveToken, activity: Activity): void {
  if (activity.loop && isRound(run, token)) finishRound(run, token, activity.loop);
  else takeFlows(run, token, holdingFlows(run, token, activity));
}
