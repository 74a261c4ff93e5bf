import { holdsOneOf, isWithin, type Principal, type Role } from '../platform/contract/roles.ts';
import type { Inspection } from './inspections.states.ts';
import type { Rectification } from './rectifications.states.ts';

export const inspectors = ['inspector'] as const satisfies readonly Role[];

/** Those who may see an inspection once it has been started. */
export const inspectionReaders = [
  'inspector',
  'lead',
  'supervisor',
  'admin',
  'auditor',
] as const satisfies readonly Role[];

/** A visitor sees what they are themselves responsible for. */
export const rectificationReaders = [...inspectionReaders, 'visitor'] as const satisfies readonly Role[];

export const rectifiers = ['visitor', 'lead'] as const satisfies readonly Role[];

export const isInspectorOf = (node: string, who: Principal): boolean =>
  holdsOneOf(who, inspectors) && isWithin(node, who.scope);

/** Whether this caller may know of the inspection at all. */
export const mayKnowOf = ({ state, node }: Inspection, who: Principal): boolean =>
  state !== 'drawn' || isInspectorOf(node, who);

/** The villages of a sample whose visits this caller may see. */
export const villagesSeen = ({ node, strata }: Inspection, who: Principal): readonly string[] =>
  strata
    .map(({ village }) => village)
    .filter((village) => isWithin(node, who.scope) || isWithin(village, who.scope));

export const mayReadRectification = (
  { village, responsible }: Pick<Rectification, 'village' | 'responsible'>,
  who: Principal,
): boolean =>
  responsible.id === who.staffId || (holdsOneOf(who, inspectionReaders) && isWithin(village, who.scope));

export const rectificationActions = ['completion', 'acceptance', 'return'] as const;
export type RectificationAction = (typeof rectificationActions)[number];

/** Whether it is for this caller to report a rectification as done. */
export const mayComplete = ({ village, responsible }: Rectification, who: Principal): boolean =>
  responsible.id === who.staffId || (holdsOneOf(who, ['lead']) && isWithin(village, who.scope));

/** Whether this member of staff took part in what is to be decided on. */
export const isOwnWork = (rectification: Rectification, staffId: string): boolean =>
  rectification.responsible.id === staffId ||
  ('done' in rectification && rectification.done.by.id === staffId);

/** What a page offers this caller; the rules decide again when it is done. */
export const allowedRectificationActions = (
  rectification: Rectification,
  who: Principal,
): RectificationAction[] => {
  if (rectification.state === 'open') return mayComplete(rectification, who) ? ['completion'] : [];
  const decides =
    rectification.state === 'done' &&
    isInspectorOf(rectification.village, who) &&
    !isOwnWork(rectification, who.staffId);
  return decides ? ['acceptance', 'return'] : [];
};

export const inspectionActions = ['start', 'finish'] as const;
export type InspectionAction = (typeof inspectionActions)[number];

export const allowedInspectionActions = ({ state, node }: Inspection, who: Principal): InspectionAction[] => {
  if (!isInspectorOf(node, who)) return [];
  if (state === 'drawn') return ['start'];
  return state === 'running' ? ['finish'] : [];
};
