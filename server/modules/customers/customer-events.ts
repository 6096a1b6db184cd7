// The facts that this module records in more than one place; ids and codes only, never an address or a name.
import type { EventToAppend } from '#platform/events/event.ts';
import type { ContactPointView } from './contact-point.ts';

function ofCustomer(customerId: string, type: string, data: Record<string, unknown>): EventToAppend {
  return { type, subjectType: 'customer', subjectId: customerId, customerId, data };
}

export function customerRegistered(
  customer: { id: string; kind: string },
  contactPoints: readonly ContactPointView[],
): EventToAppend {
  return ofCustomer(customer.id, 'customer.registered', {
    kind: customer.kind,
    contactPointIds: contactPoints.map((point) => point.id),
  });
}

/** Which fields changed, not what is in them. */
export function customerChanged(
  customerId: string,
  fields: readonly string[],
  data: Record<string, unknown> = {},
): EventToAppend {
  return ofCustomer(customerId, 'customer.changed', { fields, ...data });
}

export function contactPointAdded(
  customerId: string,
  { id, channel }: Pick<ContactPointView, 'id' | 'channel'>,
): EventToAppend {
  return ofCustomer(customerId, 'customer.contact-point-added', { contactPointId: id, channel });
}

export function contactPointRemoved(
  customerId: string,
  { id, channel }: Pick<ContactPointView, 'id' | 'channel'>,
): EventToAppend {
  return ofCustomer(customerId, 'customer.contact-point-removed', { contactPointId: id, channel });
}

export function contactPointVerified(
  customerId: string,
  { id, channel }: Pick<ContactPointView, 'id' | 'channel'>,
): EventToAppend {
  return ofCustomer(customerId, 'customer.contact-point-verified', { contactPointId: id, channel });
}

export function dataExported(customerId: string, form: 'data' | 'letter'): EventToAppend {
  return ofCustomer(customerId, 'customer.data-exported', { form });
}

export function consentRecorded(
  customerId: string,
  consent: { purpose: string; channel: string; given: boolean },
): EventToAppend {
  return ofCustomer(customerId, 'customer.consent-recorded', {
    purpose: consent.purpose,
    channel: consent.channel,
    given: consent.given,
  });
}
