import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import type { Desk } from '../shell/desk.ts';

/** Where the caller keeps ledgers: the district, its towns, their villages; each town with what lies in it. */
export const placeOptions = (desk: Desk) => {
  const scope = desk.session()?.scope ?? '∅';
  const mine = desk.nodes().filter(({ active, path }) => active && isWithin(path, scope));
  const options = (isOne: (node: (typeof mine)[number]) => boolean) =>
    mine.filter(isOne).map(({ path }) => ({ value: path, label: desk.nameOf(path) }));
  const heads = desk.nodes().filter(({ kind }) => kind === 'district' || kind === 'town');
  return heads
    .map((head) => ({
      label: desk.nameOf(head.path),
      options: options(
        ({ path, kind }) =>
          path === head.path || (head.kind === 'town' && kind === 'village' && isWithin(path, head.path)),
      ),
    }))
    .filter((group) => group.options.length > 0);
};
