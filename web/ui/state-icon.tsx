// The icons of the words of a case: one drawing each, the same in chips, timelines, charts and letters.
import type { ReactNode } from 'react';
import type { CaseWord } from './case-word.ts';
import classes from './state-chip.module.css';

// Drawn on 16 × 16. A claim is half a ring and never a tick: nobody may mistake it for a confirmation.
const drawings: Record<CaseWord, ReactNode> = {
  open: <circle cx="8" cy="8" r="5.5" />,
  claimed: (
    <>
      <circle cx="8" cy="8" r="5.5" opacity="0.35" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11" strokeWidth="2.4" />
    </>
  ),
  confirmed: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.2 8.2 2 2 3.6-4" strokeWidth="1.9" />
    </>
  ),
  disputed: (
    <>
      <path d="M3.5 14V2.5h6M1.8 14h12.4M12.5 14V5" />
      <path d="m9.5 2.5-3.6 2v9.5" />
      <path d="M8 9h.01" strokeWidth="2" />
    </>
  ),
  lapsed: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.3 2.3" />,
  reported: <path d="M2.5 3.5h11v7H7.6L4.5 13.2v-2.7h-2zM5.5 6h5M5.5 8.1h3" />,
  withdrawn: <path d="M6 4 2.8 7.2 6 10.4M3 7.2h6.8a3 3 0 0 1 0 6H7" />,
  closed_by_authority: <path d="M3 13.5h10M4.5 13.5v-6M8 13.5v-6M11.5 13.5v-6M2.5 7.5h11L8 2.5z" />,
};

/** Only ever beside its word; alone (in a chart) give the word as `label`. */
export function StateIcon({ word, size = 16, label }: { word: CaseWord; size?: number; label?: string }) {
  return (
    <svg
      className={classes['icon']}
      data-word={word}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {drawings[word]}
    </svg>
  );
}
