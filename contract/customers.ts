// What the API says about customers: people and companies, how to reach them, what they consented to.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Email, Id, Instant, Language, Line, LocaleText, Nothing, PageQuery, PhoneInput, pageOf } from './common.ts';
import {
  ChoiceList,
  Consent,
  ConsentPurpose,
  ContactChannel,
  CustomerAccessSettings,
  CustomerChanges,
  CustomerChoice,
  CustomerDataExport,
  CustomerField,
  CustomerFieldChoice,
  CustomerFieldInput,
  CustomerFilters,
  CustomerKind,
  CustomerRecord,
  CustomerRelation,
  CustomerStage,
  CustomerTimelineItem,
  FieldClass,
  Region,
  RelationKind,
  RetentionCounts,
  RetentionSettings,
  TimelineKind,
} from './customer-record.ts';

export { Consent, ConsentPurpose, ContactChannel, CustomerKind } from './customer-record.ts';

export const ContactPoint = z.object({
  id: Id,
  channel: ContactChannel,
  /** E.164 for phones, lower-case address for e-mail. */
  value: z.string(),
  /** Set once the customer proved it by a code or a link. */
  verifiedAt: Instant.nullable(),
});

export const CustomerBrief = z.object({
  id: Id,
  kind: CustomerKind,
  name: z.string(),
});
export type CustomerBrief = z.infer<typeof CustomerBrief>;

export const Customer = CustomerBrief.extend({
  language: Language,
  preferredChannel: ContactChannel.nullable(),
  externalId: z.string().nullable(),
  contactPoints: z.array(ContactPoint),
  consents: z.array(Consent),
  registeredAt: Instant,
}).extend(CustomerRecord.shape);
export type Customer = z.infer<typeof Customer>;

/** Enough to find a customer, or to make one when nobody fits. */
export const CustomerInput = z.object({
  kind: CustomerKind.default('person'),
  name: Line,
  language: Language.optional(),
  email: Email.optional(),
  phone: PhoneInput.optional(),
  preferredChannel: ContactChannel.nullable().optional(),
  externalId: z.string().trim().max(100).optional(),
});
export type CustomerInput = z.infer<typeof CustomerInput>;

/** The rest of the record is written for a new customer only: one who was there keeps what is known. */
export const CustomerRegistration = CustomerInput.extend(
  CustomerChanges.omit({ name: true, language: true, preferredChannel: true, externalId: true }).shape,
);
export type CustomerRegistration = z.infer<typeof CustomerRegistration>;

export const ListedCustomer = CustomerBrief.extend({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  stage: CustomerStage,
  regionId: Id.nullable(),
  responsibleName: z.string().nullable(),
});

const tag = oc.route({ tags: ['customers'] });
const ofCustomer = z.object({ id: Id });

export const customersContract = {
  list: tag
    .route({ method: 'GET', path: '/customers', summary: 'Customers, found by name, phone, e-mail or external id' })
    .input(PageQuery.extend({ q: z.string().max(200).optional() }).extend(CustomerFilters.shape))
    .output(pageOf(ListedCustomer).extend({ hidden: z.array(FieldClass) })),
  get: tag
    .route({ method: 'GET', path: '/customers/{id}', summary: 'One customer; of a merged record the surviving one' })
    .input(ofCustomer)
    .output(Customer),
  register: tag
    .route({ method: 'POST', path: '/customers', successStatus: 201, summary: 'Find a customer or register a new one' })
    .input(CustomerRegistration)
    .output(Customer.extend({ found: z.boolean() })),
  update: tag
    .route({ method: 'PATCH', path: '/customers/{id}', summary: 'Change a customer’s record' })
    .input(ofCustomer.extend(CustomerChanges.shape))
    .output(Customer),
  addContactPoint: tag
    .route({
      method: 'POST',
      path: '/customers/{id}/contact-points',
      successStatus: 201,
      summary: 'Add an e-mail or a phone',
    })
    .input(ofCustomer.extend({ channel: ContactChannel, value: z.string().trim().min(3).max(254) }))
    .output(Customer),
  removeContactPoint: tag
    .route({
      method: 'DELETE',
      path: '/customers/{id}/contact-points/{contactPointId}',
      summary: 'Remove an e-mail or a phone',
    })
    .input(ofCustomer.extend({ contactPointId: Id }))
    .output(Customer),
  recordConsent: tag
    .route({
      method: 'POST',
      path: '/customers/{id}/consents',
      successStatus: 201,
      summary: 'Record a consent or its withdrawal',
    })
    .input(ofCustomer.extend({ purpose: ConsentPurpose, channel: ContactChannel, given: z.boolean(), source: Line }))
    .output(Customer),
  listConsents: tag
    .route({ method: 'GET', path: '/customers/{id}/consents', summary: 'All that a customer said about consents' })
    .input(ofCustomer)
    .output(z.object({ items: z.array(Consent.extend({ id: Id })) })),
  listRelations: tag
    .route({ method: 'GET', path: '/customers/{id}/relations', summary: 'Relations of a customer, both directions' })
    .input(ofCustomer)
    .output(z.object({ items: z.array(CustomerRelation) })),
  addRelation: tag
    .route({ method: 'POST', path: '/customers/{id}/relations', successStatus: 201, summary: 'Relate two customers' })
    .input(ofCustomer.extend({ kind: RelationKind, otherId: Id, direction: z.enum(['from', 'to']).default('from') }))
    .output(CustomerRelation),
  endRelation: tag
    .route({
      method: 'POST',
      path: '/customers/{id}/relations/{relationId}/end',
      summary: 'End a relation; it stays in the history',
    })
    .input(ofCustomer.extend({ relationId: Id }))
    .output(Nothing),
  timeline: tag
    .route({ method: 'GET', path: '/customers/{id}/timeline', summary: 'What happened with a customer, newest first' })
    .input(ofCustomer.extend(PageQuery.shape).extend({ kind: TimelineKind.optional() }))
    .output(pageOf(CustomerTimelineItem)),
  channelUse: tag
    .route({
      method: 'GET',
      path: '/customers/{id}/channel-use',
      summary: 'Channels that a customer used in the last twelve months, the most used first',
    })
    .input(ofCustomer)
    .output(z.object({ items: z.array(z.object({ channel: z.string(), count: z.int() })), total: z.int() })),
  exportData: tag
    .route({
      method: 'POST',
      path: '/customers/{id}/data',
      summary: 'Everything about one customer, machine-readable; that it was taken is recorded',
    })
    .input(ofCustomer)
    .output(CustomerDataExport),
  dataLetter: tag
    .route({
      method: 'POST',
      path: '/customers/{id}/data-letter',
      summary: 'The same as a letter in the customer’s language',
    })
    .input(ofCustomer)
    .output(z.object({ language: Language, html: z.string() })),
  erase: tag
    .route({
      method: 'POST',
      path: '/customers/{id}/erasure',
      summary: 'Erase what is personal; counts stay. The name or the external id confirms it',
    })
    .input(ofCustomer.extend({ confirmation: z.string().max(300) }))
    .output(Customer),
};

const settingsTag = oc.route({ tags: ['customer-settings'] });

export const customerSettingsContract = {
  listFields: settingsTag
    .route({ method: 'GET', path: '/customer-fields', summary: 'Fields of the organisation’s own, retired ones too' })
    .input(Nothing)
    .output(z.object({ items: z.array(CustomerField) })),
  createField: settingsTag
    .route({ method: 'POST', path: '/customer-fields', successStatus: 201, summary: 'Define a field' })
    .input(CustomerFieldInput)
    .output(CustomerField),
  updateField: settingsTag
    .route({
      method: 'PATCH',
      path: '/customer-fields/{id}',
      summary: 'Rename, restrict, retire or bring back a field',
    })
    .input(
      ofCustomer.extend({
        name: LocaleText.optional(),
        choices: z.array(CustomerFieldChoice).max(200).optional(),
        fieldClass: FieldClass.exclude(['contact']).optional(),
        required: z.boolean().optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(CustomerField),
  orderFields: settingsTag
    .route({ method: 'PUT', path: '/customer-fields/order', summary: 'Set the order of the fields' })
    .input(z.object({ ids: z.array(Id).max(500) }))
    .output(z.object({ items: z.array(CustomerField) })),
  listChoices: settingsTag
    .route({ method: 'GET', path: '/customer-choices', summary: 'Age groups, income bands, education, social groups' })
    .input(Nothing)
    .output(z.object({ items: z.array(CustomerChoice) })),
  createChoice: settingsTag
    .route({ method: 'POST', path: '/customer-choices', successStatus: 201, summary: 'Add a choice' })
    .input(
      z.object({
        list: ChoiceList,
        name: LocaleText,
        fromAge: z.int().min(0).max(150).nullable().default(null),
        untilAge: z.int().min(1).max(150).nullable().default(null),
      }),
    )
    .output(CustomerChoice),
  updateChoice: settingsTag
    .route({ method: 'PATCH', path: '/customer-choices/{id}', summary: 'Rename, move, retire or bring back a choice' })
    .input(
      ofCustomer.extend({
        name: LocaleText.optional(),
        active: z.boolean().optional(),
        fromAge: z.int().min(0).max(150).nullable().optional(),
        untilAge: z.int().min(1).max(150).nullable().optional(),
      }),
    )
    .output(CustomerChoice),
  listRegions: settingsTag
    .route({ method: 'GET', path: '/regions', summary: 'Countries, provinces and cities' })
    .input(Nothing)
    .output(z.object({ items: z.array(Region) })),
  createRegion: settingsTag
    .route({ method: 'POST', path: '/regions', successStatus: 201, summary: 'Add a city, or a country or province' })
    .input(
      z.object({ parentId: Id.nullable(), code: z.string().trim().max(20).nullable().default(null), name: LocaleText }),
    )
    .output(Region),
  updateRegion: settingsTag
    .route({ method: 'PATCH', path: '/regions/{id}', summary: 'Rename, retire or bring back a region' })
    .input(ofCustomer.extend({ name: LocaleText.optional(), active: z.boolean().optional() }))
    .output(Region),
  getAccess: settingsTag
    .route({
      method: 'GET',
      path: '/settings/customer-access',
      summary: 'What each role may see and change of customers',
    })
    .input(Nothing)
    .output(CustomerAccessSettings),
  updateAccess: settingsTag
    .route({ method: 'PUT', path: '/settings/customer-access', summary: 'Set what each role may see and change' })
    .input(CustomerAccessSettings)
    .output(CustomerAccessSettings),
  getRetention: settingsTag
    .route({ method: 'GET', path: '/settings/customer-retention', summary: 'How long values of each class are kept' })
    .input(Nothing)
    .output(RetentionSettings),
  updateRetention: settingsTag
    .route({ method: 'PUT', path: '/settings/customer-retention', summary: 'Set how long values are kept' })
    .input(RetentionSettings)
    .output(RetentionSettings),
  previewRetention: settingsTag
    .route({
      method: 'POST',
      path: '/settings/customer-retention/preview',
      summary: 'How many customers would lose values tonight; nothing is changed',
    })
    .input(RetentionSettings)
    .output(RetentionCounts),
};
