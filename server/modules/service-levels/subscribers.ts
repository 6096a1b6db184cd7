// What service levels hear: their own changes, after which open clocks are reckoned anew.
import type { Subscriber } from '#platform/events/event.ts';
import { askRetiming } from './jobs.ts';

const calendarEvents = [
  'working-calendar.changed',
  'working-calendar.made-default',
  'working-calendar.removed',
] as const;

export const subscribers: readonly Subscriber[] = [
  ...calendarEvents.map((event): Subscriber => ({
    name: `service-levels.retime-after-${event.replace('working-calendar.', '')}`,
    event,
    handle: async (ctx, { subjectId }) => askRetiming(ctx, { cause: 'calendar', id: subjectId }),
  })),
  ...(['created', 'changed'] as const).map((change): Subscriber => ({
    // The name of the one for changes is in the rows of jobs that wait.
    name: change === 'changed' ? 'service-levels.take-over' : 'service-levels.take-over-by-new',
    event: `service-policy.${change}`,
    handle: async (ctx, { subjectId, data }) => {
      if (data['appliesTo'] === 'open') askRetiming(ctx, { cause: 'policy', id: subjectId });
    },
  })),
];
