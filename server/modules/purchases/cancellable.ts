// How long a dealer may take a sale back itself.
export const cancellableMs = 24 * 60 * 60 * 1000;

/** The moment until which; a sale entered in the evening can be set right the next morning. */
export const cancellableUntil = (recordedAt: Date): Date => new Date(recordedAt.getTime() + cancellableMs);
