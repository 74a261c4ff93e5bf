import { expect, test } from 'vitest';
import { contracts } from '../../functions/functions.ts';
import { type ApiRoute, apiRoutes } from '../../infra/constructs/api-routes.ts';

const routes = apiRoutes(contracts);

/** `{x}` is one part of a path, `{x+}` one or more. */
const patternOf = ({ path }: ApiRoute): RegExp =>
  new RegExp(`^${path.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);

/** More exact before less: no greedy end, then as many fixed parts as can be, then the method by its name. */
const exactness = ({ path, method }: ApiRoute): readonly number[] => [
  path.includes('+}') ? 0 : 1,
  path.split('/').filter((part) => !part.startsWith('{')).length,
  method === 'ANY' ? 0 : 1,
];

const isMoreExact = (a: ApiRoute, b: ApiRoute): boolean => {
  const [mine, theirs] = [exactness(a), exactness(b)];
  const at = mine.findIndex((value, index) => value !== theirs[index]);
  return at >= 0 && (mine[at] ?? 0) > (theirs[at] ?? 0);
};

/** What a gateway does with a request, by its rules of the most exact match. */
const reached = (method: string, path: string): ApiRoute | undefined =>
  routes
    .filter((route) => (route.method === 'ANY' || route.method === method) && patternOf(route).test(path))
    .reduce<ApiRoute | undefined>((best, one) => (!best || isMoreExact(one, best) ? one : best), undefined);

const rows = contracts.flatMap((contract) =>
  Object.values(contract.routes).map((row) => ({ serves: contract.function, row })),
);

test.each(rows)('$row.method $row.path comes to the function $serves', ({ serves, row }) => {
  const route = reached(row.method, row.path.replace(/\{\w+\}/g, 'x'));
  expect(route?.serves).toBe(serves);
  expect(route?.open).toBe(row.mayCall === 'anyone');
});

test('what is open to people without an account is named by itself, with its own limit', () => {
  const open = rows.filter(({ row }) => row.mayCall === 'anyone');
  expect(routes.filter(({ open: isOpen }) => isOpen).map(({ routeKey }) => routeKey)).toEqual(
    open.map(({ row }) => `${row.method} ${row.path}`),
  );
});

test('a gateway takes 300 routes; there is room for more', () => {
  expect(routes.length).toBeLessThan(200);
});
