// Routes of the purchases module. Those of dealers run under a database role that sees what the dealer entered and nothing else.
import { implement } from '@orpc/server';
import { purchasesContract } from '#contract/purchases.ts';
import { authorize } from '#platform/context.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { cancelPurchase } from './cancel-purchase.ts';
import { cancelSale } from './cancel-sale.ts';
import { createDealer } from './create-dealer.ts';
import { findBuyers } from './find-buyers.ts';
import { getDealer } from './get-dealer.ts';
import { inviteDealerPerson } from './invite-dealer-person.ts';
import { listDealers } from './list-dealers.ts';
import { listPurchases } from './list-purchases.ts';
import { recordPurchase } from './record-purchase.ts';
import { recordSale } from './record-sale.ts';
import { recordSales } from './record-sales.ts';
import { saleForm } from './sale-form.ts';
import { listSales } from './sale.ts';
import { statisticsCustomers } from './statistics-customers.ts';
import { statisticsChoices } from './statistics-dimensions.ts';
import { purchaseStatistics } from './statistics.ts';
import { updateDealerPerson } from './update-dealer-person.ts';
import { updateDealer } from './update-dealer.ts';

const os = implement(purchasesContract).$context<RequestContext>();

export const routes = os.router({
  listDealers: os.listDealers.handler(({ context, input }) =>
    context.asStaff('dealer.read', (ctx) => listDealers(ctx, input)),
  ),
  getDealer: os.getDealer.handler(({ context, input }) =>
    context.asStaff('dealer.read', (ctx) => getDealer(ctx, input.id)),
  ),
  createDealer: os.createDealer.handler(({ context, input }) =>
    context.asStaff('dealer.manage', (ctx) => createDealer(ctx, input)),
  ),
  updateDealer: os.updateDealer.handler(({ context, input }) =>
    context.asStaff('dealer.manage', (ctx) => updateDealer(ctx, input)),
  ),
  inviteDealerPerson: os.inviteDealerPerson.handler(async ({ context, input }) => {
    const { sealedLink, ...made } = await context.asStaff('dealer.manage', (ctx) => inviteDealerPerson(ctx, input));
    return { ...made, link: context.platform.secrets.decrypt(sealedLink) };
  }),
  updateDealerPerson: os.updateDealerPerson.handler(({ context, input }) =>
    context.asStaff('dealer.manage', (ctx) => updateDealerPerson(ctx, input)),
  ),

  list: os.list.handler(({ context, input }) => context.asStaff('purchase.read', (ctx) => listPurchases(ctx, input))),
  record: os.record.handler(({ context, input }) =>
    context.asStaff('purchase.record', (ctx) => recordPurchase(ctx, input)),
  ),
  cancel: os.cancel.handler(({ context, input }) =>
    context.asStaff('purchase.cancel', (ctx) => cancelPurchase(ctx, input)),
  ),

  statistics: os.statistics.handler(({ context, input }) =>
    context.asStaff('purchase.read-statistics', (ctx) => purchaseStatistics(ctx, input)),
  ),
  statisticsChoices: os.statisticsChoices.handler(({ context }) =>
    context.asStaff('purchase.read-statistics', statisticsChoices),
  ),
  statisticsCustomers: os.statisticsCustomers.handler(({ context, input }) =>
    context.asStaff('purchase.read-statistics', (ctx) => {
      authorize(ctx, 'customer.read');
      return statisticsCustomers(ctx, input);
    }),
  ),

  saleForm: os.saleForm.handler(({ context }) => context.asStaff('sale.record', (ctx) => saleForm(ctx))),
  findBuyers: os.findBuyers.handler(({ context, input }) =>
    context.asStaff('sale.record', (ctx) => findBuyers(ctx, input)),
  ),
  listSales: os.listSales.handler(({ context, input }) =>
    context.asStaff('sale.record', (ctx) => listSales(ctx, input)),
  ),
  recordSale: os.recordSale.handler(({ context, input }) =>
    context.asStaff('sale.record', (ctx) => recordSale(ctx, input)),
  ),
  recordSales: os.recordSales.handler(({ context, input }) =>
    context.asStaff('sale.record', (ctx) => recordSales(ctx, input)),
  ),
  cancelSale: os.cancelSale.handler(({ context, input }) =>
    context.asStaff('sale.record', (ctx) => cancelSale(ctx, input.id)),
  ),
});
