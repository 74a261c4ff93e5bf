import * as v from 'valibot';
import { eventSchema } from './events.states.ts';

export const eventRowSchema = v.intersect([
  eventSchema,
  v.object({ event: v.string(), version: v.number() }),
]);
export type EventRow = v.InferOutput<typeof eventRowSchema>;
