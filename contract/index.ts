// The whole contract in one object: what the server implements, the web client calls and OpenAPI describes.
import { casesContract } from './cases.ts';
import { catalogueContract } from './catalogue.ts';
import { channelsContract } from './channels.ts';
import { customerSettingsContract, customersContract } from './customers.ts';
import { duplicatesContract } from './duplicates.ts';
import { formsContract } from './forms.ts';
import { importsContract } from './imports.ts';
import { knowledgeContract } from './knowledge.ts';
import { publicKnowledgeContract } from './public-knowledge.ts';
import { notificationsContract } from './notifications.ts';
import { operationsContract } from './operations.ts';
import { organisationContract } from './organisation.ts';
import { portalContract } from './portal.ts';
import { purchasesContract } from './purchases.ts';
import { announcementsContract, receiptsContract } from './reading-duties.ts';
import { replyTemplatesContract } from './reply-templates.ts';
import { segmentsContract } from './segments.ts';
import { serviceLevelsContract } from './service-levels.ts';
import { servicePoliciesContract } from './service-policies.ts';

export const contract = {
  organisation: organisationContract,
  notifications: notificationsContract,
  customers: customersContract,
  customerSettings: customerSettingsContract,
  forms: formsContract,
  catalogue: catalogueContract,
  duplicates: duplicatesContract,
  purchases: purchasesContract,
  segments: segmentsContract,
  serviceLevels: serviceLevelsContract,
  servicePolicies: servicePoliciesContract,
  knowledge: knowledgeContract,
  receipts: receiptsContract,
  announcements: announcementsContract,
  replyTemplates: replyTemplatesContract,
  publicKnowledge: publicKnowledgeContract,
  channels: channelsContract,
  imports: importsContract,
  cases: casesContract,
  portal: portalContract,
  operations: operationsContract,
};
