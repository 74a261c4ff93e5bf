import { today } from '../shell/days.ts';
import type { AssignmentRow } from './campaigns.queries.ts';

/** When somebody is to stand at the door: the planned day, or the one it was put off to. */
const effectiveDay = (row: AssignmentRow): string => row.next?.day ?? row.day;

export const isOverdue = (row: AssignmentRow): boolean =>
  row.status === 'planned' && effectiveDay(row) < today();
