// A text as a QR code: dark on white in every colour scheme, with the white margin that cameras need.
import { encode } from 'uqr';

export type QrCodeProps = {
  text: string;
  /** Says what it holds: the picture itself tells a screen reader nothing. */
  label: string;
};

export function QrCode({ text, label }: QrCodeProps) {
  // ISO/IEC 18004 asks for four modules of white on each side.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg
      role="img"
      aria-label={label}
      width={208}
      height={208}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      // High contrast modes would swap the two colours, and many readers refuse light on dark.
      style={{ forcedColorAdjust: 'none', borderRadius: 8 }}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={data.flatMap(runsOf).join('')} fill="#000" />
    </svg>
  );
}

/** One rectangle for each run of dark modules in a row. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    const length = (end === -1 ? row.length : end) - x;
    return `M${x} ${y}h${length}v1h-${length}z`;
  });
}
