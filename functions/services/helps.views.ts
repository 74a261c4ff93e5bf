import * as v from 'valibot';
import { localDateSchema } from '../platform/runtime/time.schemas.ts';
import { helpSchema } from './helps.states.ts';
import { helpKinds, helpOutcomes, helpStates } from './services.words.ts';

export const helpRowSchema = v.object({
  help: v.string(),
  version: v.number(),
  state: v.picklist(helpStates),
  node: v.string(),
  kind: v.picklist(helpKinds),
  /** Both masked; the end of the number tells two of one family name apart. */
  name: v.string(),
  number: v.string(),
  age: v.number(),
  institution: v.string(),
  from: localDateSchema,
  until: localDateSchema,
  amount: v.number(),
  outcome: v.optional(v.picklist(helpOutcomes)),
});
export type HelpRow = v.InferOutput<typeof helpRowSchema>;

export const helpViewSchema = v.intersect([
  helpSchema,
  v.object({ help: v.string(), version: v.number(), mayKeep: v.boolean(), mayOpen: v.boolean() }),
]);
export type HelpView = v.InferOutput<typeof helpViewSchema>;
