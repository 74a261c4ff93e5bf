import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { type ProblemTable, platformProblems } from './problems.ts';
import type { Contract, RouteRow } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const isBytes = (schema: v.GenericSchema<unknown, unknown>): boolean => schema.expects === 'Uint8Array';

const schemaOf = (schema: v.GenericSchema<unknown, unknown>, typeMode: 'input' | 'output'): Json => {
  if (isBytes(schema)) return { type: 'string', format: 'binary' };
  const { $schema: _, ...json } = toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode,
    target: 'draft-2020-12',
  });
  return { ...json };
};

const content = (schema: v.GenericSchema<unknown, unknown>, typeMode: 'input' | 'output'): Json => ({
  [isBytes(schema) ? 'application/octet-stream' : 'application/json']: { schema: schemaOf(schema, typeMode) },
});

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const propertiesOf = (json: Json): [string, unknown][] =>
  typeof json['properties'] === 'object' && json['properties'] ? Object.entries(json['properties']) : [];

const parametersOf = (row: RouteRow): Json[] => {
  const path = row.params ? propertiesOf(schemaOf(row.params, 'input')) : [];
  const querySchema = row.query ? schemaOf(row.query, 'input') : {};
  const required = Array.isArray(querySchema['required']) ? querySchema['required'] : [];
  return [
    ...path.map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...propertiesOf(querySchema).map(([name, schema]) => ({
      ...{ name, in: 'query', schema, required: required.includes(name) },
    })),
    ...(row.method === 'POST'
      ? [
          header(
            'Idempotency-Key',
            'One key for one intention; the same request with the same key has one effect.',
          ),
        ]
      : []),
    ...(row.versioned ? [header('If-Match', 'The ETag of the version the change was decided on.')] : []),
  ];
};

/** Codes any route of this shape can answer with, besides its noun's own. */
const commonProblems = (row: RouteRow): string[] => [
  ...(row.mayCall === 'anyone' ? [] : ['session.required', 'access.role', 'access.scope']),
  ...(row.params || row.query || row.body ? ['request.invalid'] : []),
  ...(row.body ? ['request.malformed', 'request.too_large', 'request.media_type'] : []),
  ...(row.method === 'POST' ? ['request.key_required', 'request.key_reused', 'request.cross_site'] : []),
  ...(row.versioned ? ['request.precondition_required', 'request.stale'] : []),
  'service.busy',
];

const problemResponses = (row: RouteRow, table: ProblemTable): Json => {
  const all: ProblemTable = { ...platformProblems, ...table };
  const byStatus = new Map<number, string[]>();
  for (const code of [...commonProblems(row), ...row.problems]) {
    const status = all[code]?.status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\` ${all[code]?.title ?? ''}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};

const operationOf = (contract: Contract, name: string, row: RouteRow): Json => ({
  operationId: `${contract.function}.${name}`,
  tags: [contract.function],
  summary: row.summary,
  // What no field of OpenAPI says: which roles a session needs.
  'x-may-call': row.mayCall,
  security: row.mayCall === 'anyone' ? [] : [{ session: [] }],
  parameters: parametersOf(row),
  ...(row.body ? { requestBody: { required: true, content: content(row.body, 'input') } } : {}),
  responses: {
    [String(row.status)]: {
      description: 'Success',
      ...(row.status === 204 ? {} : { content: content(row.response, 'output') }),
    },
    ...problemResponses(row, contract.problems),
  },
});

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. Go by `code`, which is stable; `title` is for people.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string', description: 'The field, such as `reporter.phone`' },
          code: { type: 'string' },
          n: { type: 'string', description: 'The number that belongs to the code' },
          message: { type: 'string' },
        },
      },
    },
    current: { description: 'How the record stands now, when the version sent was stale' },
  },
};

/** OpenAPI 3.1 of everything the contracts declare. */
export const openApiDocument = (contracts: readonly Contract[]): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const contract of contracts) {
    for (const [name, row] of Object.entries(contract.routes)) {
      paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: operationOf(contract, name, row) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huimin 惠民',
      version: '0.1.0',
      description: 'The ledgers behind a district’s promises to its residents.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'huimin-session' } },
    },
  };
};
