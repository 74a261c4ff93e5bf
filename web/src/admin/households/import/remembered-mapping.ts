import type { ImportView } from '../households.queries.ts';
import { type Column, type Mapping, mayRepeat } from './columns.ts';

const maskedHeading = '';

/** Headings as they are sent: only those of columns that are loaded, because a wrong guess could make a person of one. */
export const headersOf = (columns: readonly Column[], mapping: Mapping): string[] =>
  columns.map(({ title }, column) => (mapping[column] === undefined ? maskedHeading : title.slice(0, 80)));

export const mappingBody = (mapping: Mapping): { column: number; field: NonNullable<Mapping[number]> }[] =>
  mapping.flatMap((field, column) => (field === undefined ? [] : [{ column, field }]));

/** What the columns were said to be when a file with the same headings was last loaded; undefined when none was. */
export const rememberedMapping = (
  columns: readonly Column[],
  imports: readonly ImportView[],
): Mapping | undefined => {
  const last = imports.find(
    ({ headers, mapping }) =>
      headers.length === columns.length &&
      mapping.length > 0 &&
      mapping.every(({ column }) => headers[column] === columns[column]?.title.slice(0, 80)),
  );
  return last && columns.map((_, column) => last.mapping.find((each) => each.column === column)?.field);
};

/** With one column said to be something else; what only one column can be leaves the one that was it. */
export const withColumn = (mapping: Mapping, at: number, field: Mapping[number]): Mapping =>
  mapping.map((each, column) => {
    if (column === at) return field;
    return field !== undefined && each === field && !mayRepeat(field) ? undefined : each;
  });
