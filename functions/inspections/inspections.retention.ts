import * as v from 'valibot';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Check, checkSchema } from './checks.states.ts';
import { type Inspection, inspectionSchema } from './inspections.states.ts';
import { type Rectification, rectificationSchema } from './rectifications.states.ts';

/** Where people live; what the visitor did and what was wrong with it stays, as do the ids a sample is drawn by. */
const personal = ['household', 'address', 'note'] as const;

export const inspectionKeptUntil = (inspection: Inspection): Instant | undefined =>
  inspection.state === 'finished' && inspection.anonymisedAt === undefined
    ? periodEnd('inspections', inspection.finishedAt)
    : undefined;

export const anonymousInspection = (inspection: Inspection, at: Instant): Inspection =>
  v.parse(inspectionSchema, {
    ...inspection,
    sample: inspection.sample.map((visit) => withoutTexts(visit, personal)),
    anonymisedAt: at,
  });

export const checkKeptUntil = ({ openedAt, anonymisedAt }: Check): Instant | undefined =>
  anonymisedAt === undefined ? periodEnd('inspections', openedAt) : undefined;

export const anonymousCheck = (check: Check, at: Instant): Check =>
  v.parse(checkSchema, { ...withoutTexts(check, personal), anonymisedAt: at });

export const rectificationKeptUntil = (rectification: Rectification): Instant | undefined => {
  if (rectification.anonymisedAt !== undefined) return undefined;
  if (rectification.state === 'accepted') return periodEnd('inspections', rectification.accepted.at);
  return rectification.state === 'withdrawn'
    ? periodEnd('inspections', rectification.withdrawn.at)
    : undefined;
};

export const anonymousRectification = (rectification: Rectification, at: Instant): Rectification =>
  v.parse(rectificationSchema, { ...withoutTexts(rectification, personal), anonymisedAt: at });
