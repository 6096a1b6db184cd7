// A rich text on the wire: a document of blocks, checked by the kernel's closed schema.
import { z } from 'zod';

export const RichText = z.looseObject({ type: z.literal('doc'), content: z.array(z.unknown()).min(1) });
export type RichText = z.infer<typeof RichText>;
