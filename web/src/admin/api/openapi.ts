import * as v from 'valibot';

/** The parts of the document this page shows; anything else in it is left alone. */
const schemaSchema = v.looseObject({});
const contentSchema = v.record(v.string(), v.object({ schema: v.optional(schemaSchema) }));

const operationSchema = v.object({
  operationId: v.string(),
  tags: v.optional(v.array(v.string()), []),
  summary: v.optional(v.string(), ''),
  'x-may-call': v.union([v.string(), v.array(v.string())]),
  parameters: v.optional(
    v.array(
      v.object({
        name: v.string(),
        in: v.picklist(['path', 'query', 'header']),
        required: v.optional(v.boolean(), false),
        schema: v.optional(schemaSchema),
      }),
    ),
    [],
  ),
  requestBody: v.optional(v.object({ content: contentSchema })),
  responses: v.record(v.string(), v.object({ description: v.string(), content: v.optional(contentSchema) })),
});
export type Operation = v.InferOutput<typeof operationSchema>;

const documentSchema = v.object({
  paths: v.record(v.string(), v.record(v.string(), operationSchema)),
});

export interface ApiRoute extends Operation {
  readonly method: string;
  readonly path: string;
}

/** @throws when it is not the document this page can show */
export const routesOf = (document: unknown): readonly ApiRoute[] =>
  Object.entries(v.parse(documentSchema, document).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );

export interface Field {
  /** Path of the field, such as `reporter.phone` or `plan[].what`; empty for the value as a whole. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const alternatives = (schema: Record<string, unknown>): readonly unknown[] => {
  const all = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(all) ? all : [];
};

const bounds: readonly (readonly [string, string])[] = [
  ['minimum', '≥'],
  ['maximum', '≤'],
  ['minLength', 'length ≥'],
  ['maxLength', 'length ≤'],
  ['maxItems', 'items ≤'],
];

/** A type in one line: its kind, the values allowed, and its limits. */
const typeOf = (schema: unknown): string => {
  if (!isObject(schema)) return 'any';
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ');
  const choices = alternatives(schema);
  if (choices.length > 0) return choices.map(typeOf).join(' | ');
  const kind = typeof schema['type'] === 'string' ? schema['type'] : 'any';
  if (kind === 'array') return `${typeOf(schema['items'])}[]`;
  const format = typeof schema['format'] === 'string' ? ` (${schema['format']})` : '';
  const limits = bounds
    .filter(([name]) => typeof schema[name] === 'number')
    .map(([name, sign]) => ` ${sign} ${schema[name]}`);
  return kind + format + limits.join(',');
};

const inside = (schema: unknown): Record<string, unknown> | undefined => {
  if (!isObject(schema)) return undefined;
  if (isObject(schema['properties'])) return schema;
  return isObject(schema['items']) ? inside(schema['items']) : undefined;
};

/** A schema as flat lines, each field with the path the API's own errors give it. */
export const fieldsOf = (schema: unknown, prefix = ''): readonly Field[] => {
  const choices = isObject(schema) ? alternatives(schema).filter((each) => inside(each) !== undefined) : [];
  if (choices.length > 0) return choices.flatMap((choice) => fieldsOf(choice, prefix));
  const object = inside(schema);
  if (object === undefined) return prefix === '' ? [{ name: '', type: typeOf(schema), required: true }] : [];
  const required = Array.isArray(object['required']) ? object['required'] : [];
  return Object.entries(isObject(object['properties']) ? object['properties'] : {}).flatMap(
    ([name, field]) => {
      const isList = isObject(field) && field['type'] === 'array';
      const path = `${prefix}${name}`;
      const own = { name: path, type: typeOf(field), required: required.includes(name) };
      return [own, ...fieldsOf(field, `${path}${isList ? '[]' : ''}.`)];
    },
  );
};
