// The whole contract in one object: what the server implements, the web client calls and OpenAPI describes.
import { announcementsContract } from './announcements.ts';
import { authorityContract } from './authority.ts';
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
import { processCoverageContract } from './process-coverage.ts';
import { processInstancesContract } from './process-instances.ts';
import { processMigrationsContract } from './process-migrations.ts';
import { processTemplatesContract } from './process-templates.ts';
import { processThreadsContract } from './process-threads.ts';
import { processesContract } from './processes.ts';
import { purchasesContract } from './purchases.ts';
import { receiptsContract } from './reading-duties.ts';
import { replyTemplatesContract } from './reply-templates.ts';
import { segmentsContract } from './segments.ts';
import { serviceLevelsContract } from './service-levels.ts';
import { servicePoliciesContract } from './service-policies.ts';
import { tasksContract } from './tasks.ts';

export const contract = {
  organisation: organisationContract,
  notifications: notificationsContract,
  authority: authorityContract,
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
  processes: processesContract,
  processInstances: processInstancesContract,
  processMigrations: processMigrationsContract,
  processTemplates: processTemplatesContract,
  processCoverage: processCoverageContract,
  processThreads: processThreadsContract,
  tasks: tasksContract,
  channels: channelsContract,
  imports: importsContract,
  cases: casesContract,
  portal: portalContract,
  operations: operationsContract,
};
