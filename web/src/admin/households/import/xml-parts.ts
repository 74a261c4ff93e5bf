import { FileProblem, unpackedLimit } from './reading-problem.ts';

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;
const isNamed = (name: string): name is keyof typeof named => Object.hasOwn(named, name);

/** Text as it stands between tags, with its entities and Excel's own `_x000D_` escapes put back. */
export const unescapeXml = (text: string): string => {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g,
        (whole, hex?: string, decimal?: string, name = '') => {
          const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          if (hex !== undefined || decimal !== undefined)
            return code <= 0x10ffff ? String.fromCodePoint(code) : '';
          return isNamed(name) ? named[name] : whole;
        },
      )
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
};

const attributePattern = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export const attributesOf = (tag: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(attributePattern)) {
    found[name] = unescapeXml(double ?? single ?? '');
  }
  return found;
};

/** Text in all `<t>` of a string, those of its phonetic reading left out. */
const textPattern = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g;
export const textOf = (xml: string): string => {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  let text = '';
  for (const [, part = ''] of spoken.matchAll(textPattern)) text += part;
  return unescapeXml(text);
};

/**
 * Cuts a stream of XML into the elements of one name, and gives what stands after the last of them.
 * Elements of that name never hold each other; only one of them is in memory at a time.
 * @throws FileProblem when far more is unpacked than a register needs, Error when the packing is damaged
 */
export const eachElement = async (
  stream: ReadableStream<Uint8Array>,
  name: string,
  visit: (element: string) => void,
): Promise<string> => {
  const pattern = new RegExp(`<((?:\\w+:)?)${name}(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</\\1${name}>)`, 'g');
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let waiting = '';
  let unpacked = 0;
  for (;;) {
    const { done, value } = await reader.read();
    unpacked += value?.byteLength ?? 0;
    if (unpacked > unpackedLimit) {
      await reader.cancel();
      throw new FileProblem('file.too_many_bytes');
    }
    waiting += done ? decoder.decode() : decoder.decode(value, { stream: true });
    // Little by little is slow: the pattern looks through what is waiting from its beginning.
    if (!done && waiting.length < 65_536) continue;
    let rest = 0;
    for (const match of waiting.matchAll(pattern)) {
      visit(match[0]);
      rest = match.index + match[0].length;
    }
    waiting = waiting.slice(rest);
    if (done) return waiting;
  }
};

export const wholeText = async (stream: ReadableStream<Uint8Array>): Promise<string> =>
  // No element has this name, so all of it is what is left.
  eachElement(stream, 'none-of-this-name', () => undefined);
