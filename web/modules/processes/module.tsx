// Processes in the staff app: the catalogue, the modeller, what runs, and the tasks of units.
import { IconChecklist, IconSitemap } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withTexts } from '#web/lib/late-texts.ts';
import type { Notice } from '#web/lib/notification-kinds.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { catalogueSearch, coverageViews, modelViews, runningViews, taskSearch } from './choices.ts';
import { processSearches } from './palette.ts';
import { processTexts } from './texts.ts';

const catalogueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/processes',
  validateSearch: catalogueSearch,
  component: lazyRouteComponent(
    withTexts(processTexts, () => import('./catalogue-page.tsx')),
    'CataloguePage',
  ),
});

const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/processes/coverage',
  validateSearch: ({ view }: Record<string, unknown>) => presentParams({ view: choiceParam(view, coverageViews) }),
  component: lazyRouteComponent(
    withTexts(processTexts, () => import('./coverage-map/coverage-page.tsx')),
    'CoveragePage',
  ),
});

const modelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/processes/$modelId',
  /** `version`: the one that is shown; `against`: the one it is compared with. */
  validateSearch: ({ view, version, against }: Record<string, unknown>) =>
    presentParams({
      view: choiceParam(view, modelViews),
      version: textParam(version, 6),
      against: textParam(against, 6),
    }),
  component: lazyRouteComponent(
    withTexts(processTexts, () => import('./model-page.tsx')),
    'ModelPage',
  ),
});

const draftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/processes/$modelId/draft',
  component: lazyRouteComponent(
    withTexts(processTexts, () => import('./draft-page.tsx')),
    'DraftPage',
  ),
});

const runningRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/processes/$modelId/running',
  validateSearch: ({ version, element, status, instance }: Record<string, unknown>) =>
    presentParams({
      version: textParam(version, 6),
      element: textParam(element, 200),
      status: choiceParam(status, runningViews),
      instance: textParam(instance, 36),
    }),
  component: lazyRouteComponent(
    withTexts(processTexts, () => import('./running-page.tsx')),
    'RunningPage',
  ),
});

const migrationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/processes/$modelId/migration',
  /** `migration`: the one on record that a notice leads to. */
  validateSearch: ({ from, to, migration }: Record<string, unknown>) =>
    presentParams({ from: textParam(from, 6), to: textParam(to, 6), migration: textParam(migration, 36) }),
  component: lazyRouteComponent(
    withTexts(processTexts, () => import('./migration-page.tsx')),
    'MigrationPage',
  ),
});

const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks',
  validateSearch: taskSearch,
  // Its due times are derived by service levels, whose door is not needed before.
  component: lazyRouteComponent(async () => {
    const { serviceLevelTexts } = await import('#web/modules/service-levels/index.ts');
    return withTexts(
      serviceLevelTexts,
      withTexts(processTexts, () => import('./tasks-page.tsx')),
    )();
  }, 'TasksPage'),
});

const toTask = { to: ({ subjectId }: Notice) => `/tasks?task=${subjectId}` };
const toModel = { to: ({ subjectId }: Notice) => `/processes/${subjectId}` };
/** The page of what runs of the model, with this instance open. */
const toInstance = {
  to: ({ subjectId, data }: Notice) =>
    typeof data['modelId'] === 'string' ? `/processes/${data['modelId']}/running?instance=${subjectId}` : '/processes',
};
const toMigration = {
  to: ({ subjectId, data }: Notice) =>
    typeof data['modelId'] === 'string'
      ? `/processes/${data['modelId']}/migration?migration=${subjectId}`
      : '/processes',
};
const toComments = { to: ({ subjectId }: Notice) => `/processes/${subjectId}?view=comments` };

export const processes = {
  name: 'processes',
  routes: [catalogueRoute, coverageRoute, modelRoute, draftRoute, runningRoute, migrationRoute, tasksRoute],
  navigation: [
    { section: 'run', labelKey: 'task.title', to: '/tasks', icon: IconChecklist, permission: 'task.work', order: 10 },
    {
      section: 'run',
      labelKey: 'process.title',
      to: '/processes',
      icon: IconSitemap,
      permission: 'process.view',
      order: 11,
    },
  ],
  notifications: {
    'task.assigned': toTask,
    'task.withdrawn': toTask,
    'hand-off.refused': toTask,
    'hand-off.orphaned': toTask,
    'process.proposed': toModel,
    'process.sent-back': toModel,
    'process.published': toModel,
    'process.incident-raised': toInstance,
    'process.migration-ended': toMigration,
    'process.migration-stopped': toMigration,
    'process.notice-sent': toInstance,
    'process.commented': toComments,
    'process.comment-settled': toComments,
  },
  searches: processSearches,
} as const satisfies WebModule;
