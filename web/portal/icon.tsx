/** @jsxImportSource preact */
// The portal's own line icons; those of the states are the same everywhere in the product.
import type { StateLook } from './state-look.ts';

const ring = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17';

const paths = {
  open: [ring],
  confirmed: [ring, 'm8.3 12.3 2.5 2.5 4.9-5.4'],
  disputed: ['M6 20.5v-17h12v17', 'M3 20.5h18', 'M6 3.5 13.5 6v16.5L6 20.5', 'M10.7 13v1.2'],
  lapsed: [ring],
  reported: ['M5 4.5h14v10.5h-7.5L7.5 19v-4H5z', 'M8.5 8.3h7', 'M8.5 11.3h4.5'],
  withdrawn: [ring, 'M8.3 12h7.4'],
  closed_by_authority: [ring, 'M8.7 8.7h6.6v6.6H8.7z'],
  mark: [ring, 'm8.3 12.3 2.5 2.5 4.9-5.4'],
  ask: [
    'M4.5 5h15v11H12l-4.5 4v-4h-3z',
    'M9.7 8.9c.3-1.1 1.2-1.7 2.3-1.7 1.3 0 2.3.8 2.3 2 0 1.6-2.3 1.6-2.3 3',
    'M12 13.9v.1',
  ],
  complain: ['M6 21V4', 'M6 4.5h12l-2.6 4.2L18 13H6'],
  follow: ['M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12', 'm15 15 5 5'],
  forward: ['m9.5 5.5 6.5 6.5-6.5 6.5'],
  attach: ['m19 11.5-7.3 7.3a4.5 4.5 0 0 1-6.4-6.4l7.8-7.8a3 3 0 0 1 4.3 4.3l-7.8 7.7a1.5 1.5 0 0 1-2.1-2.1l7-7'],
  copy: ['M8.5 8.5h11v11h-11z', 'M5.5 15.5h-1v-11h11v1'],
  refresh: ['M19.5 12a7.5 7.5 0 1 1-2.3-5.4', 'M19.5 3.5v4h-4'],
  remove: ['m6.5 6.5 11 11', 'm17.5 6.5-11 11'],
  download: ['M12 4v11', 'm7.5 11 4.5 4.5 4.5-4.5', 'M4.5 19.5h15'],
  claimed: [],
  message: ['M4.5 5h15v11H12l-4.5 4v-4h-3z'],
} satisfies Record<StateLook | string, string[]>;

export type IconName = keyof typeof paths;

/** Pointing along the line of reading, so turned around in Arabic and Persian. */
const turning = new Set<IconName>(['forward']);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={turning.has(name) ? 'icon turning' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {name === 'claimed' && (
        <>
          <path class="faint" d={ring} />
          <path class="half" d="M12 3.5a8.5 8.5 0 0 1 0 17z" />
        </>
      )}
      {paths[name].map((path) => (
        <path key={path} d={path} stroke-dasharray={name === 'lapsed' ? '2.9 2.5' : undefined} />
      ))}
    </svg>
  );
}
