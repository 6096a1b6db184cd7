// Routes of the service-levels module.
import { implement } from '@orpc/server';
import { serviceLevelsContract } from '#contract/service-levels.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { calendarDays } from './calendar-days.ts';
import { changeCalendar } from './change-calendar.ts';
import { createCalendar } from './create-calendar.ts';
import { getCalendar } from './get-calendar.ts';
import { listCalendars } from './list-calendars.ts';
import { makeDefault } from './make-default.ts';
import { removeCalendar } from './remove-calendar.ts';

const os = implement(serviceLevelsContract).$context<RequestContext>();

export const routes = os.router({
  listCalendars: os.listCalendars.handler(({ context }) => context.asStaff('working-calendar.read', listCalendars)),
  createCalendar: os.createCalendar.handler(({ context, input }) =>
    context.asStaff('working-calendar.manage', (ctx) => createCalendar(ctx, input)),
  ),
  getCalendar: os.getCalendar.handler(({ context, input }) =>
    context.asStaff('working-calendar.read', (ctx) => getCalendar(ctx, input.id)),
  ),
  changeCalendar: os.changeCalendar.handler(({ context, input }) =>
    context.asStaff('working-calendar.manage', (ctx) => changeCalendar(ctx, input)),
  ),
  removeCalendar: os.removeCalendar.handler(({ context, input }) =>
    context.asStaff('working-calendar.manage', async (ctx) => {
      await removeCalendar(ctx, input.id);
      return {};
    }),
  ),
  makeDefault: os.makeDefault.handler(({ context, input }) =>
    context.asStaff('working-calendar.manage', (ctx) => makeDefault(ctx, input.id)),
  ),
  calendarDays: os.calendarDays.handler(({ context, input }) =>
    context.asStaff('working-calendar.read', (ctx) => calendarDays(ctx, input)),
  ),
});
