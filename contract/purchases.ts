// What the API says about purchases: dealers and what they sell, purchases of customers, and statistics of existing customers.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  ActorView,
  Email,
  FieldFault,
  Id,
  IdParam,
  Instant,
  IsoDate,
  Language,
  Line,
  LocaleText,
  Nothing,
  PageQuery,
  PhoneInput,
  Prose,
  pageOf,
} from './common.ts';
import { CustomerKind } from './customers.ts';

export const Gender = z.enum(['female', 'male']);

/** An outside party that sells. */
export const Dealer = z.object({
  id: Id,
  name: z.string(),
  regionId: Id.nullable(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  active: z.boolean(),
  registeredAt: Instant,
});
export type Dealer = z.infer<typeof Dealer>;
const DealerFields = z.object({
  name: Line,
  regionId: Id.nullable(),
  contactName: Line.nullable(),
  phone: PhoneInput.nullable(),
  email: Email.nullable(),
});
export const DealerInput = DealerFields.partial().required({ name: true });
export const DealerChange = DealerFields.partial().extend({ id: Id, active: z.boolean().optional() });

export const DealerPerson = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  /** `invited` until the person has a sign-in. */
  state: z.enum(['invited', 'joined', 'inactive']),
});
export const DealerDetail = Dealer.extend({
  people: z.array(DealerPerson),
  buyers: z.int(),
  purchases: z.int(),
  lastSaleOn: IsoDate.nullable(),
});
export type DealerDetail = z.infer<typeof DealerDetail>;

const Named = z.object({ id: Id, name: LocaleText });

export const Purchase = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  product: Named,
  dealer: z.object({ id: Id, name: z.string() }).nullable(),
  place: z.string().nullable(),
  boughtOn: IsoDate,
  recordedAt: Instant,
  /** Taken back: it stays and counts no more. */
  cancellation: z.object({ at: Instant, by: ActorView, reason: z.string().nullable() }).nullable(),
});
export type Purchase = z.infer<typeof Purchase>;

export const PurchaseInput = z.object({
  customerId: Id,
  productId: Id,
  dealerId: Id.nullable().optional(),
  place: Line.nullable().optional(),
  boughtOn: IsoDate,
  /** The same customer, product and day once more: without it that is refused. */
  again: z.boolean().optional(),
});
export type PurchaseInput = z.infer<typeof PurchaseInput>;

/** What a dealer chooses from at the sale. */
export const SaleForm = z.object({
  dealer: z.object({ id: Id, name: z.string(), regionId: Id.nullable() }),
  /** Recently sold by this dealer first. */
  products: z.array(Named.extend({ code: z.string().nullable(), categoryId: Id.nullable() })),
  regions: z.array(
    Named.extend({
      parentId: Id.nullable(),
      level: z.enum(['country', 'province', 'city']),
      /** ISO 3166. */
      code: z.string().nullable(),
    }),
  ),
  ageGroups: z.array(Named),
});
export type SaleForm = z.infer<typeof SaleForm>;

/** A buyer as this dealer entered it. */
export const Buyer = z.object({
  id: Id,
  kind: CustomerKind,
  name: z.string(),
  phone: z.string().nullable(),
  gender: Gender.nullable(),
  ageGroupId: Id.nullable(),
  regionId: Id.nullable(),
});
export type Buyer = z.infer<typeof Buyer>;

export const SaleInput = z.object({
  /** A buyer whom this dealer entered earlier … */
  buyerId: Id.optional(),
  /** … or one to enter now. */
  buyer: z
    .object({
      kind: CustomerKind.default('person'),
      name: Line,
      phone: PhoneInput.optional(),
      gender: Gender.nullable().optional(),
      ageGroupId: Id.nullable().optional(),
      regionId: Id.nullable().optional(),
    })
    .optional(),
  productId: Id,
  place: Line.nullable().optional(),
  boughtOn: IsoDate,
  /** Its number tells two sales of one product to one buyer on one day apart. */
  receipt: z.string().trim().min(1).max(100).nullable().optional(),
  /** What the buyer said; absent: was not asked. */
  consents: z
    .object({ serviceMessages: z.boolean(), surveys: z.boolean(), marketing: z.boolean() })
    .partial()
    .optional(),
  /** The same buyer, product and day once more: without it that is refused. */
  again: z.boolean().optional(),
});
export type SaleInput = z.infer<typeof SaleInput>;

export const Sale = z.object({
  id: Id,
  buyer: Buyer,
  product: Named,
  place: z.string().nullable(),
  receipt: z.string().nullable(),
  boughtOn: IsoDate,
  recordedAt: Instant,
  /** Until then the dealer may take it back itself; null: no more. */
  cancellableUntil: Instant.nullable(),
  /** Taken back, by the dealer or by the organisation. */
  cancellation: z.object({ at: Instant, by: z.enum(['dealer', 'organisation']) }).nullable(),
});
export type Sale = z.infer<typeof Sale>;

/** A sale as a row of a file holds it. */
export const SaleOfFile = SaleInput.omit({ buyerId: true, again: true }).required({ buyer: true });
export type SaleOfFile = z.infer<typeof SaleOfFile>;

/** `fine` would be entered, `there` was entered before or stands twice in the file, `refused` has faults. */
export const SaleFileRow = z.object({
  /** As a spreadsheet numbers it. */
  row: z.int(),
  cells: z.array(z.string()),
  state: z.enum(['fine', 'there', 'refused']),
  sale: SaleOfFile.nullable(),
  faults: z.array(FieldFault),
});
export type SaleFileRow = z.infer<typeof SaleFileRow>;

/** A file of sales as it was read; nothing is saved of it. */
export const SaleFile = z.object({
  name: z.string(),
  /** `field` is a key of `kernel/sale-file-columns.ts`; null: no column of sales has such a name. */
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  /** Columns that are needed and were not found: then no row can be read. */
  missing: z.array(z.string()),
  rows: z.array(SaleFileRow),
});
export type SaleFile = z.infer<typeof SaleFile>;

/** Rows of a file, so few that one transaction holds them. */
export const SalesOfFile = z.object({
  rows: z
    .array(z.object({ row: z.int(), sale: SaleOfFile }))
    .min(1)
    .max(50),
});
export type SalesOfFile = z.infer<typeof SalesOfFile>;
export const SalesEntered = z.object({
  rows: z.array(
    z.object({ row: z.int(), state: z.enum(['entered', 'there', 'refused']), faults: z.array(FieldFault) }),
  ),
});
export type SalesEntered = z.infer<typeof SalesEntered>;

/** What existing customers are told apart by. `category` is the top category of what they bought; a customer may be in several. */
export const StatisticsDimension = z.enum([
  'province',
  'city',
  'kind',
  'gender',
  'age-group',
  'income-band',
  'education',
  'social-group',
  'category',
]);
export type StatisticsDimension = z.infer<typeof StatisticsDimension>;

/** Limits the customers who are counted; several are joined by AND. */
export const StatisticsFilters = z.object({
  provinceId: Id.optional(),
  kind: CustomerKind.optional(),
  gender: Gender.optional(),
  ageGroupId: Id.optional(),
  incomeBandId: Id.optional(),
  educationId: Id.optional(),
  socialGroupId: Id.optional(),
  categoryId: Id.optional(),
});
export const StatisticsPeriod = z.object({
  /** The months of the organisation's calendar that hold these days, and those between; default the last twelve. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
});
export const StatisticsInput = StatisticsFilters.extend(StatisticsPeriod.shape).extend({
  rows: StatisticsDimension.default('province'),
  columns: StatisticsDimension.optional(),
});
export type StatisticsInput = z.infer<typeof StatisticsInput>;

/** One value of a dimension; `key` is an id or a code, `unknown` where it is not known. */
export const StatisticsValue = z.object({ key: z.string(), name: LocaleText.nullable() });
/** Null: hidden, because of small groups. */
const Count = z.int().nullable();
export const PurchaseStatistics = z.object({
  rows: z.array(StatisticsValue),
  /** One, `all`, where no second dimension was asked for. */
  columns: z.array(StatisticsValue),
  cells: z.array(z.array(Count)),
  rowTotals: z.array(Count),
  columnTotals: z.array(Count),
  /** Customers with at least one purchase in the period. */
  total: Count,
  /** First and last day that were counted. */
  from: IsoDate,
  to: IsoDate,
  /** Groups smaller than this are hidden. */
  least: z.int(),
});
export type PurchaseStatistics = z.infer<typeof PurchaseStatistics>;
export const StatisticsChoices = z.object({
  provinces: z.array(StatisticsValue),
  ageGroups: z.array(StatisticsValue),
  incomeBands: z.array(StatisticsValue),
  educations: z.array(StatisticsValue),
  socialGroups: z.array(StatisticsValue),
  categories: z.array(StatisticsValue),
});
export type StatisticsChoices = z.infer<typeof StatisticsChoices>;

const tag = oc.route({ tags: ['purchases'] });

export const purchasesContract = {
  listDealers: tag
    .route({ method: 'GET', path: '/dealers', summary: 'Dealers, by name' })
    .input(PageQuery.extend({ q: z.string().max(100).optional() }))
    .output(pageOf(Dealer)),
  getDealer: tag
    .route({ method: 'GET', path: '/dealers/{id}', summary: 'One dealer: its people and what it entered' })
    .input(IdParam)
    .output(DealerDetail),
  createDealer: tag
    .route({ method: 'POST', path: '/dealers', successStatus: 201, summary: 'Add a dealer' })
    .input(DealerInput)
    .output(Dealer),
  updateDealer: tag
    .route({ method: 'PATCH', path: '/dealers/{id}', summary: 'Change a dealer; inactive, its people are signed out' })
    .input(DealerChange)
    .output(Dealer),
  inviteDealerPerson: tag
    .route({
      method: 'POST',
      path: '/dealers/{id}/people',
      successStatus: 201,
      summary: 'Invite somebody who sells for a dealer; the link is shown once',
    })
    .input(z.object({ id: Id, name: Line, email: Email, language: Language.optional() }))
    .output(z.object({ personId: Id, link: z.url(), expiresAt: Instant })),
  updateDealerPerson: tag
    .route({ method: 'PATCH', path: '/dealers/{id}/people/{personId}', summary: 'Let somebody of a dealer in or out' })
    .input(z.object({ id: Id, personId: Id, active: z.boolean() }))
    .output(DealerPerson),

  list: tag
    .route({ method: 'GET', path: '/purchases', summary: 'Purchases of a customer or through a dealer, newest first' })
    .input(PageQuery.extend({ customerId: Id.optional(), dealerId: Id.optional() }))
    .output(pageOf(Purchase)),
  record: tag
    .route({ method: 'POST', path: '/purchases', successStatus: 201, summary: 'Record what a customer bought' })
    .input(PurchaseInput)
    .output(Purchase),
  cancel: tag
    .route({
      method: 'POST',
      path: '/purchases/{id}/cancellation',
      successStatus: 201,
      summary: 'Take back a purchase that was entered wrongly, with a reason; it stays and counts no more',
    })
    .input(z.object({ id: Id, reason: Prose.max(1_000) }))
    .output(Purchase),

  statistics: tag
    .route({
      method: 'GET',
      path: '/purchases/statistics',
      summary: 'Existing customers by geography, demography and product category, cross-tabulated; small groups hidden',
    })
    .input(StatisticsInput)
    .output(PurchaseStatistics),
  statisticsChoices: tag
    .route({ method: 'GET', path: '/purchases/statistics/choices', summary: 'What the statistics may be limited to' })
    .input(Nothing)
    .output(StatisticsChoices),
  statisticsCustomers: tag
    .route({ method: 'GET', path: '/purchases/statistics/customers', summary: 'The customers behind a cell' })
    .input(
      StatisticsInput.extend(PageQuery.shape).extend({
        rowKey: z.string().max(40).optional(),
        columnKey: z.string().max(40).optional(),
      }),
    )
    .output(pageOf(z.object({ id: Id, name: z.string(), kind: CustomerKind }))),

  saleForm: tag
    .route({ method: 'GET', path: '/sales/form', summary: 'For dealers: what to choose from at a sale' })
    .input(Nothing)
    .output(SaleForm),
  findBuyers: tag
    .route({ method: 'GET', path: '/sales/buyers', summary: 'For dealers: buyers whom this dealer entered' })
    .input(z.object({ q: z.string().max(100) }))
    .output(z.object({ items: z.array(Buyer) })),
  listSales: tag
    .route({ method: 'GET', path: '/sales', summary: 'For dealers: own sales, newest first' })
    .input(PageQuery)
    .output(pageOf(Sale)),
  recordSale: tag
    .route({ method: 'POST', path: '/sales', successStatus: 201, summary: 'For dealers: enter a buyer at the sale' })
    .input(SaleInput)
    .output(Sale),
  recordSales: tag
    .route({
      method: 'POST',
      path: '/sales/rows',
      summary: 'For dealers: enter rows of a file of sales; a row that is there already is not entered again',
    })
    .input(SalesOfFile)
    .output(SalesEntered),
  cancelSale: tag
    .route({
      method: 'POST',
      path: '/sales/{id}/cancellation',
      successStatus: 201,
      summary: 'For dealers: take back an own sale within a day of entering it; it stays and counts no more',
    })
    .input(IdParam)
    .output(Sale),
};
