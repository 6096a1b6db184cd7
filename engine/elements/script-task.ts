// Steps that reckon and go on at once: a FEEL expression, or a decision table.
import type { BusinessRuleTask, ScriptTask } from '../definition.ts';
import { decide } from '../decisions.ts';
import { evaluate } from '../expressions.ts';
import type { LiveToken, Run } from '../run.ts';
import { contextOf, writeVariables } from '../variables.ts';

export function workOnScriptTask(run: Run, token: LiveToken, { script, resultVariable }: ScriptTask): void {
  writeVariables(run, token.scope, { [resultVariable]: evaluate(script, contextOf(run, token.scope)) });
  run.finish(token);
}

export function workOnBusinessRuleTask(
  run: Run,
  token: LiveToken,
  { decision, resultVariable }: BusinessRuleTask,
): void {
  writeVariables(run, token.scope, { [resultVariable]: decide(decision, contextOf(run, token.scope)) });
  run.finish(token);
}
