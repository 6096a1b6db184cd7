// Routes of the customers module.
import { implement } from '@orpc/server';
import { customerSettingsContract, customersContract } from '#contract/customers.ts';
import type { Customer } from '#contract/customers.ts';
import type { Context } from '#platform/context.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { readAccessSettings, updateAccessSettings } from './access-settings.ts';
import { addContactPoint } from './add-contact-point.ts';
import { createChoice, listChoices, updateChoice } from './choices.ts';
import { listConsents } from './consents.ts';
import { channelUse, customerTimeline } from './customer-timeline.ts';
import { eraseCustomer } from './erase-customer.ts';
import { customerDataLetter, exportCustomer } from './export-customer.ts';
import { createField, listFields, orderFields, updateField } from './fields.ts';
import { listCustomers } from './list-customers.ts';
import { readCustomer } from './read-customer.ts';
import { recordConsent } from './record-consent.ts';
import { createRegion, listRegions, updateRegion } from './regions.ts';
import { registerCustomer } from './register-customer.ts';
import { addRelation, endRelation, listRelations } from './relations.ts';
import { removeContactPoint } from './remove-contact-point.ts';
import { previewRetention, readRetention, updateRetention } from './retention.ts';
import { updateCustomer } from './update-customer.ts';

const os = implement(customersContract).$context<RequestContext>();
const settings = implement(customerSettingsContract).$context<RequestContext>();

/** Every change of a customer is answered with the customer as it is then. */
function changing<Input extends { id: string }>(verb: (ctx: Context, input: Input) => Promise<void>) {
  return ({ context, input }: { context: RequestContext; input: Input }): Promise<Customer> =>
    context.asStaff('customer.change', async (ctx) => {
      await verb(ctx, input);
      return readCustomer(ctx, input.id);
    });
}

function allowed<Input, Output>(permission: string, verb: (ctx: Context, input: Input) => Promise<Output>) {
  return ({ context, input }: { context: RequestContext; input: Input }): Promise<Output> =>
    context.asStaff(permission, (ctx) => verb(ctx, input));
}

export const routes = os.router({
  list: os.list.handler(allowed('customer.read', listCustomers)),
  get: os.get.handler(allowed('customer.read', (ctx, { id }) => readCustomer(ctx, id))),
  register: os.register.handler(allowed('customer.register', registerCustomer)),
  update: os.update.handler(changing(updateCustomer)),
  addContactPoint: os.addContactPoint.handler(changing(addContactPoint)),
  removeContactPoint: os.removeContactPoint.handler(changing(removeContactPoint)),
  recordConsent: os.recordConsent.handler(changing(recordConsent)),
  listConsents: os.listConsents.handler(allowed('customer.read', (ctx, { id }) => listConsents(ctx, id))),
  listRelations: os.listRelations.handler(allowed('customer.read', (ctx, { id }) => listRelations(ctx, id))),
  addRelation: os.addRelation.handler(allowed('customer.change', addRelation)),
  endRelation: os.endRelation.handler(
    allowed('customer.change', async (ctx, input) => {
      await endRelation(ctx, input);
      return {};
    }),
  ),
  timeline: os.timeline.handler(allowed('customer.read', customerTimeline)),
  exportData: os.exportData.handler(allowed('customer.export', (ctx, { id }) => exportCustomer(ctx, id))),
  dataLetter: os.dataLetter.handler(allowed('customer.export', (ctx, { id }) => customerDataLetter(ctx, id))),
  erase: os.erase.handler(
    allowed('customer.erase', async (ctx, input) => {
      await eraseCustomer(ctx, input);
      return readCustomer(ctx, input.id);
    }),
  ),
  channelUse: os.channelUse.handler(allowed('customer.read', (ctx, { id }) => channelUse(ctx, id))),
});

export const settingsRoutes = settings.router({
  listFields: settings.listFields.handler(allowed('customer.read', listFields)),
  createField: settings.createField.handler(allowed('customer-settings.manage', createField)),
  updateField: settings.updateField.handler(allowed('customer-settings.manage', updateField)),
  orderFields: settings.orderFields.handler(
    allowed('customer-settings.manage', (ctx, { ids }) => orderFields(ctx, ids)),
  ),
  listChoices: settings.listChoices.handler(allowed('customer.read', listChoices)),
  createChoice: settings.createChoice.handler(allowed('customer-settings.manage', createChoice)),
  updateChoice: settings.updateChoice.handler(allowed('customer-settings.manage', updateChoice)),
  listRegions: settings.listRegions.handler(allowed('customer.read', listRegions)),
  createRegion: settings.createRegion.handler(allowed('customer.change', createRegion)),
  updateRegion: settings.updateRegion.handler(allowed('customer-settings.manage', updateRegion)),
  getRetention: settings.getRetention.handler(allowed('customer-settings.manage', readRetention)),
  updateRetention: settings.updateRetention.handler(allowed('customer-settings.manage', updateRetention)),
  previewRetention: settings.previewRetention.handler(allowed('customer-settings.manage', previewRetention)),
  getAccess: settings.getAccess.handler(allowed('customer-settings.manage', readAccessSettings)),
  updateAccess: settings.updateAccess.handler(allowed('customer-settings.manage', updateAccessSettings)),
});
