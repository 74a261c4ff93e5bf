import { createAsync } from '@solidjs/router';
import { readers } from '../../../../functions/issues/issues.roles.ts';
import { type Figures, readFigures } from '../queries.ts';
import type { Desk } from './desk.ts';
import { thisMonth } from './months.ts';

/** How many issues stand in each list of an organisation, the one looked at unless told; undefined for who may not see issues. */
export const createNowFigures = (
  desk: Desk,
  nodeOf: () => string | undefined = desk.node,
): (() => Figures | undefined) =>
  createAsync(async () => {
    const node = nodeOf();
    return node !== undefined && desk.holds(...readers)
      ? readFigures(node, thisMonth(), thisMonth())
      : undefined;
  });
