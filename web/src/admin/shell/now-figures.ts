import { createAsync } from '@solidjs/router';
import { readers } from '../../../../functions/issues/issues.roles.ts';
import { type Figures, readFigures } from '../queries.ts';
import type { Desk } from './desk.ts';
import { thisMonth } from './months.ts';

/** How many issues stand in each list of the organisation looked at; undefined for who may not see issues. */
export const createNowFigures = (desk: Desk): (() => Figures | undefined) =>
  createAsync(async () => {
    const node = desk.node();
    return node !== undefined && desk.holds(...readers)
      ? readFigures(node, thisMonth(), thisMonth())
      : undefined;
  });
