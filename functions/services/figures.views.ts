import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { deviceKinds, eventKinds, helpKinds, serviceFigures } from './services.words.ts';

const figuresSchema = v.object(v.entriesFromList(serviceFigures, v.number()));

/** What a year came to at a place and below it. */
export const serviceFiguresSchema = v.object({
  year: v.number(),
  figures: figuresSchema,
  /** Of those served, those the programme counted at activities for disabled residents. */
  servedByProgramme: v.number(),
  devicesByKind: v.array(v.object({ kind: v.picklist(deviceKinds), devices: v.number() })),
  helpsByKind: v.array(v.object({ kind: v.picklist(helpKinds), helps: v.number() })),
  /** Without those the programme counted, who are of no kind. */
  eventsByKind: v.array(v.object({ kind: v.picklist(eventKinds), events: v.number(), served: v.number() })),
  /** At this moment, whatever the year. */
  now: v.object({ centres: v.number(), capacity: v.number(), members: v.number(), lent: v.number() }),
  asOf: instantSchema,
});
export type ServiceFigures = v.InferOutput<typeof serviceFiguresSchema>;

/** What it came to at each place right below one. */
export const serviceFiguresBelowSchema = v.object({
  year: v.number(),
  places: v.array(v.object({ node: v.string(), figures: figuresSchema })),
  asOf: instantSchema,
});
export type ServiceFiguresBelow = v.InferOutput<typeof serviceFiguresBelowSchema>;
