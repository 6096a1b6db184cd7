// Knowledge in the staff app: the library of documents, what is to be read, announcements, reply templates, topics.
import { IconBooks, IconMessage2Bolt, IconSpeakerphone, IconTags } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { librarySearch } from './library-search.ts';
import { knowledgeSearches } from './palette.ts';
import { knowledgeTexts } from './texts.ts';

const AnnouncementBar = lazy(async () => ({ default: (await import('./announcement-bar.tsx')).AnnouncementBar }));

const libraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knowledge',
  validateSearch: librarySearch,
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./library-page.tsx')),
    'LibraryPage',
  ),
});

const draftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knowledge/drafts/$documentId',
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./draft-page.tsx')),
    'DraftPage',
  ),
});

const toReadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knowledge/to-read',
  validateSearch: ({ view }: Record<string, unknown>) =>
    presentParams({ view: choiceParam(view, ['open', 'read', 'my-people'] as const) }),
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./to-read-page.tsx')),
    'ToReadPage',
  ),
});

const questionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/knowledge/questions',
  validateSearch: ({ view }: Record<string, unknown>) =>
    presentParams({ view: choiceParam(view, ['to-answer', 'asked', 'all'] as const) }),
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./questions-page.tsx')),
    'QuestionsPage',
  ),
});

const announcementsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/announcements',
  /** `announcement`: an id, or "new". */
  validateSearch: ({ view, announcement }: Record<string, unknown>) =>
    presentParams({
      view: choiceParam(view, ['mine', 'all'] as const),
      announcement: textParam(announcement, 36),
    }),
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./announcements-page.tsx')),
    'AnnouncementsPage',
  ),
});

const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reply-templates',
  /** `template`: an id, or "new". */
  validateSearch: ({ q, template, all }: Record<string, unknown>) =>
    presentParams({ q: textParam(q), template: textParam(template, 36), all: choiceParam(all, ['yes'] as const) }),
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./templates-page.tsx')),
    'TemplatesPage',
  ),
});

const topicsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/topics',
  component: lazyRouteComponent(
    withTexts(knowledgeTexts, () => import('./topics-page.tsx')),
    'TopicsPage',
  ),
});

export const knowledge = {
  name: 'knowledge',
  routes: [libraryRoute, draftRoute, toReadRoute, questionsRoute, announcementsRoute, templatesRoute, topicsRoute],
  navigation: [
    {
      section: 'serve',
      labelKey: 'knowledge.title',
      to: '/knowledge',
      icon: IconBooks,
      permission: 'knowledge.read',
      order: 30,
    },
    {
      section: 'run',
      labelKey: 'announcement.title',
      to: '/announcements',
      icon: IconSpeakerphone,
      permission: 'knowledge.read',
      order: 40,
    },
    {
      section: 'settings',
      labelKey: 'reply-template.title',
      to: '/reply-templates',
      icon: IconMessage2Bolt,
      permission: 'reply-template.manage',
      order: 26,
    },
    {
      section: 'settings',
      labelKey: 'knowledge.topics',
      to: '/settings/topics',
      icon: IconTags,
      permission: 'knowledge.manage',
      order: 27,
    },
  ],
  searches: knowledgeSearches,
  panels: [{ slot: 'above-page', component: AnnouncementBar, permission: 'knowledge.read', order: 10 }],
} as const satisfies WebModule;
