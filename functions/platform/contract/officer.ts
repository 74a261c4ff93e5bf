import * as v from 'valibot';
import type { Principal } from './roles.ts';

/** A member of staff as an act of theirs names them. */
export const officerSchema = v.object({ id: v.string(), name: v.string() });
export type Officer = v.InferOutput<typeof officerSchema>;

export const officerOf = ({ staffId, name }: Principal): Officer => ({ id: staffId, name });
