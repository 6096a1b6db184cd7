// Why customers of the sample organisation dispute a claimed resolution, by category or group, in English.
export const disputesEn = [
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'Nothing has changed here and nobody rang the bell. Please send a photo of what was done.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request'],
    text: 'It worked for two hours and came back worse. The case should not be closed.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'I am writing this by the light of my phone. It is not solved.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The reply does not address what I wrote.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The photo you attached shows another street. Ours is as it was.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'Cleaned on the day of the inspection, the same again a day later.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The request is closed but no document was issued. What exactly was processed?',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'You ask for a file I uploaded twice. I have the receipts.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'Same bill, same amount, and nobody explained the calculation.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The credit you promised is not there, and the next bill has a late fee on top.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'I did not ask for an apology, I asked for my matter to be finished.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'The same sentence as last time, word for word. Does anybody read these?',
  },
] as const;
