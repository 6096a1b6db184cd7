// The list of the modules of the staff app; no other file names them.
import type { WebModule } from '#web/lib/web-module.ts';
import { authority } from '#web/modules/authority/module.tsx';
import { cases } from '#web/modules/cases/module.tsx';
import { catalogue } from '#web/modules/catalogue/module.tsx';
import { channels } from '#web/modules/channels/module.tsx';
import { customers } from '#web/modules/customers/module.tsx';
import { forms } from '#web/modules/forms/module.tsx';
import { imports } from '#web/modules/imports/module.tsx';
import { duplicates } from '#web/modules/duplicates/module.tsx';
import { knowledge } from '#web/modules/knowledge/module.tsx';
import { notifications } from '#web/modules/notifications/module.tsx';
import { operations } from '#web/modules/operations/module.tsx';
import { processes } from '#web/modules/processes/module.tsx';
import { purchases } from '#web/modules/purchases/module.tsx';
import { segments } from '#web/modules/segments/module.tsx';
import { serviceLevels } from '#web/modules/service-levels/module.tsx';
import { organisation } from '#web/modules/organisation/module.tsx';

export const modules = [
  organisation,
  notifications,
  authority,
  customers,
  forms,
  catalogue,
  imports,
  duplicates,
  purchases,
  segments,
  channels,
  cases,
  serviceLevels,
  knowledge,
  processes,
  operations,
] as const satisfies readonly WebModule[];
