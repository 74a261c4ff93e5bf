import type { Contract, RouteRow } from '../../functions/platform/contract/route.ts';

export interface ApiRoute {
  /** As the gateway has it: `POST /api/public/issues`, or `ANY /api/issues/{rest+}`. */
  readonly routeKey: string;
  readonly method: RouteRow['method'] | 'ANY';
  readonly path: string;
  /** Name of the function behind it. */
  readonly serves: string;
  /** For people without an account. */
  readonly open: boolean;
}

interface Row {
  readonly serves: string;
  readonly row: Pick<RouteRow, 'method' | 'path' | 'mayCall'>;
}

/** What stands after `/api/`. */
const segmentOf = ({ row: { path } }: Row): string => path.split('/')[2] ?? '';

const exactly = ({ serves, row: { method, path, mayCall } }: Row): ApiRoute => ({
  ...{ routeKey: `${method} ${path}`, method, path, serves },
  open: mayCall === 'anyone',
});

const everything = (serves: string, path: string): ApiRoute => ({
  ...{ routeKey: `ANY ${path}`, method: 'ANY', path, serves, open: false },
});

/** Whose rows are most of these: what is below their segment is theirs. */
const ownerOf = (rows: readonly Row[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { serves } of rows) counts.set(serves, (counts.get(serves) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/**
 * The routes of the gateway. What is open to people without an account is named one by one, each with its own limit;
 * the rest, several hundred rows, goes to its function by the word after `/api/`, since a stack holds 500 resources
 * and an HTTP API 300 routes. The function knows its rows and answers 404 and 405 itself; another function's row below
 * the same word is named exactly, and the gateway takes the most exact route there is.
 */
export const apiRoutes = (contracts: readonly Contract[]): ApiRoute[] => {
  const rows: Row[] = contracts.flatMap((contract) =>
    Object.values(contract.routes).map((row) => ({ serves: contract.function, row })),
  );
  const open = rows.filter(({ row }) => row.mayCall === 'anyone');
  const bySegment = Map.groupBy(
    rows.filter(({ row }) => row.mayCall !== 'anyone'),
    segmentOf,
  );
  const staff = [...bySegment].flatMap(([segment, those]) => {
    const owner = ownerOf(those);
    if (owner === undefined) return [];
    const top = `/api/${segment}`;
    const own = those.filter(({ serves }) => serves === owner);
    return [
      ...(own.some(({ row }) => row.path === top) ? [everything(owner, top)] : []),
      ...(own.some(({ row }) => row.path !== top) ? [everything(owner, `${top}/{rest+}`)] : []),
      ...those.filter(({ serves }) => serves !== owner).map(exactly),
    ];
  });
  return [...open.map(exactly), ...staff];
};
