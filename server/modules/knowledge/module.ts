// Registration of the knowledge module.
import type { Module } from '#platform/module.ts';
import { customerData } from './customer-data.ts';
import { serveStaffImages } from './image-routes.ts';
import { jobs } from './jobs.ts';
import { policy } from './policy.ts';
import { announcementRoutes, receiptRoutes, replyTemplateRoutes } from './duty-routes.ts';
import { knowledgeRoutes } from './routes.ts';
import { subscribers } from './subscribers.ts';

export const knowledge: Module = {
  name: 'knowledge',
  routes: {
    knowledge: knowledgeRoutes,
    receipts: receiptRoutes,
    announcements: announcementRoutes,
    replyTemplates: replyTemplateRoutes,
  },
  plainRoutes(http, platform) {
    serveStaffImages(http, platform);
  },
  policy,
  jobs,
  subscribers,
  customerData,
};
