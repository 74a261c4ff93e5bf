import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line } from '../platform/contract/text.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { noteField, whole } from './services.fields.ts';
import { eventKinds, limits } from './services.words.ts';

const people = whole(0, limits.people);
const count = v.optional(people, 0);

export const newEventSchema = v.strictObject({
  kind: v.picklist(eventKinds),
  node: nodePathSchema,
  day: countableDateSchema,
  title: line(limits.title),
  place: line(limits.place),
  /** People; left out where the programme counts them. */
  served: v.optional(people),
  volunteers: count,
  leaflets: count,
  works: count,
  /** Fen. */
  takings: v.optional(whole(0, limits.amount), 0),
  activity: v.optional(referenceSchema),
  note: v.optional(noteField),
});
export type NewEvent = v.InferOutput<typeof newEventSchema>;
