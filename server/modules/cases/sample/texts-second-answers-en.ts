// The better answers a higher person gives after a dispute, by category or group, in English.
export const secondAnswersEn = [
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'I head water services and your case moved to me. I came to the site today and you were right: the first repair did not treat the cause. The work was completed on {date} and the crew stayed until you saw the result.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The crew had repaired another address. The work at yours was done on {date}, the measurement is attached, and I will call you in three days.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The earlier photo was from another street; we apologise. The work was done at {street} on {date}. The new pictures carry time and place.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'I read file {licence} myself: the document was there from the first day. Your place in the queue was restored and the paper was issued on {date}.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'I recalculated line by line and attach the table: {amount} in your favour over three months. The late fee and the warning are cancelled.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'I read the whole exchange. Your original matter had not been done; it is done today and the document is attached. It stays mine until you tell me it is finished.',
  },
] as const;
