// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('../../web/src/ui/styles/tokens.css', import.meta.url), 'utf8');

type Colour = readonly [red: number, green: number, blue: number];
type Palette = ReadonlyMap<string, Colour>;

const hexDigits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

const parseColour = (hex: string): Colour => {
  const [, red, green, blue] = hexDigits.exec(hex) ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`not a colour: ${hex}`);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
};

const block = (selector: string): string => {
  const start = sheet.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector}`);
  return sheet.slice(start, sheet.indexOf('}', start));
};

const pairs = (css: string, side: 1 | 2): [string, Colour][] =>
  [...css.matchAll(/--([a-z-]+): light-dark\((#\w+), (#\w+)\)/g)].map((found) => [
    found[1] ?? '',
    parseColour(found[side + 1] ?? ''),
  ]);

const usual = block(':root');
const more = block(':root[data-contrast="more"]');
const themes: [string, Palette][] = [
  ['light', new Map(pairs(usual, 1))],
  ['dark', new Map(pairs(usual, 2))],
  ['light, high contrast', new Map([...pairs(usual, 1), ...pairs(more, 1)])],
  ['dark, high contrast', new Map([...pairs(usual, 2), ...pairs(more, 2)])],
];

// WCAG 2.2, "relative luminance" and "contrast ratio".
const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};
const ratio = (one: Colour, other: Colour): number => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
};

const TEXT = 4.5;
const SHAPE = 3;
const grounds = ['paper', 'surface', 'surface-strong'];
const required: [ink: string, ground: string, atLeast: number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, TEXT],
    ['ink-soft', ground, TEXT],
    ['brand-ink', ground, TEXT],
    ['link', ground, TEXT],
    ['focus', ground, SHAPE],
    ['line-control', ground, SHAPE],
  ]),
  ['on-brand', 'brand', TEXT],
  ['on-brand', 'brand-strong', TEXT],
  ...['info', 'ok', 'warn', 'bad'].flatMap((tone): [string, string, number][] => [
    [tone, 'paper', TEXT],
    [tone, `${tone}-soft`, TEXT],
    ['ink', `${tone}-soft`, TEXT],
  ]),
];

const colourOf = (palette: Palette, name: string): Colour => {
  const colour = palette.get(name);
  if (colour === undefined) throw new Error(`no token ${name}`);
  return colour;
};

const tooFaint = (palette: Palette, factor: number): string[] =>
  required.flatMap(([ink, ground, atLeast]) => {
    const measured = ratio(colourOf(palette, ink), colourOf(palette, ground));
    return measured >= atLeast * factor ? [] : [`${ink} on ${ground}: ${measured.toFixed(2)}`];
  });

describe('colours', () => {
  it('measures contrast as the standard does', () => {
    expect(ratio(parseColour('#ffffff'), parseColour('#000000'))).toBeCloseTo(21, 5);
    expect(ratio(parseColour('#ffffff'), parseColour('#767676'))).toBeCloseTo(4.54, 2);
  });

  it.each(themes)(
    'text, borders and focus rings can be told apart in the %s theme (WCAG AA)',
    (_name, palette) => {
      expect(tooFaint(palette, 1)).toEqual([]);
    },
  );

  it.each(themes.slice(2))('the %s theme reaches AAA for text', (_name, palette) => {
    expect(tooFaint(palette, 7 / 4.5)).toEqual([]);
  });
});
