// The mark of Rida: a ring that holds a tick, the sign of a confirmed case.

export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="16" cy="16" r="8.5" />
        <path d="m12.2 16.2 2.7 2.7 5-5.4" />
      </g>
    </svg>
  );
}
