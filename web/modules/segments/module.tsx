// The customer tree in the staff app: the tree with its builder, the preview of a draft, proposals from drift, and the setting.
import { lazy } from 'react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IconHierarchy2, IconSitemap } from '@tabler/icons-react';
import { withTexts } from '#web/lib/late-texts.ts';
import { shellRoute } from '#web/lib/routes.ts';
import { presentParams, textParam } from '#web/lib/search-params.ts';
import type { WebModule } from '#web/lib/web-module.ts';
import { segmentTexts } from './texts.ts';

const CustomerSegmentPanel = lazy(
  withTexts(segmentTexts, async () => ({
    default: (await import('./customer-segment-panel.tsx')).CustomerSegmentPanel,
  })),
);

const treeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer-tree',
  /** `version`: "draft" or a number; `segment`: an id, "new", or "none" for those in no segment. */
  validateSearch: ({ version, segment, parent }: Record<string, unknown>) =>
    presentParams({ version: versionParam(version), segment: textParam(segment, 36), parent: textParam(parent, 36) }),
  component: lazyRouteComponent(
    withTexts(segmentTexts, () => import('./tree-page.tsx')),
    'TreePage',
  ),
});

const previewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer-tree/preview',
  component: lazyRouteComponent(
    withTexts(segmentTexts, () => import('./preview-page.tsx')),
    'PreviewPage',
  ),
});

const proposalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customer-tree/proposals',
  component: lazyRouteComponent(
    withTexts(segmentTexts, () => import('./proposals-page.tsx')),
    'ProposalsPage',
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/customer-tree',
  component: lazyRouteComponent(
    withTexts(segmentTexts, () => import('./settings-page.tsx')),
    'SegmentSettingsPage',
  ),
});

/** A number in an address is read as a number: both ways of writing are one. */
function versionParam(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : textParam(value, 9);
  return text && /^(draft|\d+)$/.test(text) ? text : undefined;
}

export const segments = {
  name: 'segments',
  routes: [treeRoute, previewRoute, proposalsRoute, settingsRoute],
  navigation: [
    {
      section: 'direct',
      labelKey: 'segment.tree',
      to: '/customer-tree',
      icon: IconSitemap,
      permission: 'segment.read',
      order: 20,
    },
    {
      section: 'settings',
      labelKey: 'segment.settings',
      to: '/settings/customer-tree',
      icon: IconHierarchy2,
      permission: 'segment.manage-settings',
      order: 45,
    },
  ],
  panels: [{ slot: 'customer-page', component: CustomerSegmentPanel, permission: 'segment.read', order: 5 }],
} as const satisfies WebModule;
