// The sample documents that have an English text too.
import type { SampleText } from './documents.ts';

export const texts: Readonly<Record<string, SampleText>> = {
  'water-outage': {
    title: 'No water: what to do',
    summary: 'What to look at first, how long a repair usually takes, and when a tanker is sent.',
    lines: [
      'The cause may be announced maintenance, a fault in the network, or a closed valve in the building.',
      '# Before reporting it',
      '- See that the main valve of the building is open, and look at the meter.',
      '- Ask the neighbours: if they have no water either, the fault is in the network.',
      '- Look at the page of announced maintenance.',
      '# How long it takes',
      'Water is usually back within six hours of the report. After twelve hours a tanker is sent free of charge to homes with sick or elderly people.',
      '! The number of the meter and a landmark nearby help us to find the place.',
    ],
  },
  'high-bill': {
    title: 'A bill is higher than usual',
    summary: 'Common reasons for a high bill, and how to have the meter read again.',
    lines: [
      'A bill is usually higher because of an estimated reading, a leak in the building, or the season.',
      '# Look yourself',
      '1. Compare the reading on the bill with the number on the meter.',
      '2. Close all taps and watch the meter for ten minutes: if it moves, there is a leak.',
      '3. Compare with the same month of last year.',
      '# Have it read again',
      'The meter is read again within three working days and the bill corrected if it was wrong. Nothing is cut off while an objection is open.',
    ],
  },
  complaints: {
    title: 'Handling of complaints',
    summary: 'From registration to confirmation: who does what, and by when.',
    lines: [
      '# Purpose',
      'Every complaint is handled alike, whatever its channel, and the customer knows at any moment who works on it.',
      '# Steps',
      '1. It is registered on the day it comes; number and tracking code are sent.',
      '2. It is classified and given to a unit within four working hours.',
      '3. The customer is told of any wait and its reason.',
      '4. The resolution is claimed in writing and waits for the customer to confirm.',
      '5. After a dispute it goes one level up, and the first clock stays.',
      '# Never',
      '- Close a complaint because the customer said "thank you".',
      '- Hand a complaint over without the other unit taking it.',
    ],
  },
};
