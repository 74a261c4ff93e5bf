import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import type { Desk } from '../shell/desk.ts';

/** Campaigns are counted for districts, towns and villages; a department has none. */
export const isPlace = (path: string | undefined): path is string =>
  path !== undefined && /^\d{6}(\/\d{9}(\/\d{12})?)?$/.test(path);

/** The part of a campaign now looked at: all of it when the desk looks further, undefined when elsewhere. */
export const partOf = (scope: string, node: string | undefined): string | undefined => {
  if (!isPlace(node)) return undefined;
  if (isWithin(node, scope)) return node;
  return isWithin(scope, node) ? scope : undefined;
};

export const villagesIn = (desk: Desk, part: string): readonly string[] =>
  desk
    .nodes()
    .filter(({ kind, path }) => kind === 'village' && isWithin(path, part))
    .map(({ path }) => path);

/** A village's own code, the last part of its path. */
export const codeOf = (village: string): string => village.slice(village.lastIndexOf('/') + 1);

/** `-` ends the node of the households without an area. */
export const areaIdOf = (node: string): string => codeOf(node).toUpperCase();

/** An address with these in its query, whatever stood there before; those left out are not in it. */
export const hrefWith = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`],
  );
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
};
