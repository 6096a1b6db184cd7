// English texts of the purchases module; its keys are the master for the other languages.
export const messages = {
  'dealer.list': 'Dealers',
  'sale.enter': 'Enter a sale',
  'sale.list': 'Sales',
  'buyers.title': 'Existing [customers]',
  'field.product-unknown': 'No product on sale has this name or code',
  'field.product-ambiguous': 'Several products have this name: write the code',
  'field.sale-there': 'This sale was entered before',
  'field.sale-cancelled': 'This sale was entered before and taken back; if it is meant, it is entered by the form',
  'field.sale-twice-in-file':
    'The same sale is in row {{row}} of this file already; two sales need two numbers of receipts',
  'field.in-the-future': 'This day has not come yet',
  'field.not-found': 'This is no longer there; choose another',
  'field.same-dimension': 'This is among the rows or columns already',
  'field.province-needed': 'Cities are shown within a province: choose one first',
  'problem.dealer.not-found': 'This dealer is no longer there. Reload the page to see the dealers as they are now.',
  'problem.dealer.inactive':
    'The work of this dealer with the organisation has ended. Nothing was entered; the organisation can let it in again.',
  'problem.dealer.person-not-found': 'This person is not with the dealer any more. Reload the page.',
  'problem.buyer.not-found': 'This buyer was not entered here. Enter name and phone anew.',
  'problem.purchase.duplicate':
    'The same product is entered for this buyer on this day already. Was it bought once more?',
  'problem.purchase.not-found': 'This purchase is not there, or it is not open to you. Reload the page.',
  'problem.purchase.cancelled-already': 'It was taken back already. Reload the page to see it.',
  'problem.purchase.cancelled-too-late':
    'A sale can be taken back here for a day after it was entered. Please ask the organisation to take it back.',
  'customer.event.purchase.recorded': 'Purchase recorded',
  'customer.event.purchase.cancelled': 'Purchase taken back',
  'segment.field.purchases': 'Purchases',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
