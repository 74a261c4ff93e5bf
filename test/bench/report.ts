/** One line of the printed table. */
export interface Row {
  readonly what: string;
  readonly figure: number | string;
  readonly unit: string;
  readonly budget?: string;
  readonly isMet?: boolean;
  /** The floor or the peer, measured in the same run. */
  readonly beside?: string;
}

export interface Report {
  readonly rows: readonly Row[];
  /** How it was measured, in one line. */
  readonly method: string;
}

export interface Options {
  /** Fewer rounds and smaller stores. */
  readonly small: boolean;
}

/** The figure as it is printed beside its budget. */
export const atMost = (figure: number, budget: number): Pick<Row, 'figure' | 'budget' | 'isMet'> => ({
  figure,
  budget: `≤ ${budget.toLocaleString('en')}`,
  isMet: figure <= budget,
});

export const atLeast = (figure: number, budget: number): Pick<Row, 'figure' | 'budget' | 'isMet'> => ({
  figure,
  budget: `≥ ${budget.toLocaleString('en')}`,
  isMet: figure >= budget,
});

/** Three digits are as many as a shared machine can vouch for. */
export const rounded = (figure: number): string =>
  figure !== 0 && Math.abs(figure) < 10
    ? String(Number(figure.toPrecision(3)))
    : figure.toLocaleString('en', { maximumFractionDigits: Math.abs(figure) < 100 ? 1 : 0 });

const cellsOf = ({ what, figure, unit, budget = '', isMet, beside = '' }: Row): string[] => [
  what,
  typeof figure === 'number' ? rounded(figure) : figure,
  unit,
  budget,
  isMet === undefined ? '' : isMet ? 'met' : 'NOT MET',
  beside,
];

const heads = ['what', 'figure', 'unit', 'budget', '', 'measured beside it'];
const isRight = [false, true, false, true, false, false];

/** The table as text, its columns as wide as what is in them. */
export const tableOf = ({ rows, method }: Report): string => {
  if (rows.length === 0) return `  (${method})`;
  const lines = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const padded = (cell: string, column: number): string =>
    isRight[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  const texts = lines.map((cells) => `  ${cells.map(padded).join('  ').trimEnd()}`);
  return [`  (${method})`, ...texts].join('\n');
};
