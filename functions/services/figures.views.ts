import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { deviceKinds, helpKinds, serviceFigures } from './services.words.ts';

/** What a year came to at a place and below it. */
export const serviceFiguresSchema = v.object({
  year: v.number(),
  figures: v.object(v.entriesFromList(serviceFigures, v.number())),
  /** Of those served, those the programme counted at activities for disabled residents. */
  servedByProgramme: v.number(),
  devicesByKind: v.array(v.object({ kind: v.picklist(deviceKinds), devices: v.number() })),
  helpsByKind: v.array(v.object({ kind: v.picklist(helpKinds), helps: v.number() })),
  /** At this moment, whatever the year. */
  now: v.object({ centres: v.number(), capacity: v.number(), members: v.number(), lent: v.number() }),
  asOf: instantSchema,
});
export type ServiceFigures = v.InferOutput<typeof serviceFiguresSchema>;
