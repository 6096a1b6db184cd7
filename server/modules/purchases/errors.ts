// Refusals of the purchases module.
import { refusals } from '#platform/errors.ts';

export const purchaseErrors = refusals({
  dealerNotFound: ['dealer.not-found', 404],
  /** Its people see nothing any more, and nothing is entered for it. */
  dealerInactive: ['dealer.inactive', 403],
  dealerPersonNotFound: ['dealer.person-not-found', 404],
  buyerNotFound: ['buyer.not-found', 404],
  /** The same buyer, product and day are there already; whoever means it asks again. */
  duplicate: ['purchase.duplicate', 409],
  notFound: ['purchase.not-found', 404],
  cancelledAlready: ['purchase.cancelled-already', 409],
  /** A dealer's day to take its sale back is over; the organisation still can. */
  cancelledTooLate: ['purchase.cancelled-too-late', 409],
});
