/**
 * One mail of plain text as it goes over the wire (RFC 5322, with the text and the names in Base64 as RFC 2045 and 2047
 * have it). By hand, because the usual composer brings a table of every kind of attachment, and there are none.
 */

/** Characters in an encoded word of at most 75 octets, even if each takes four bytes. */
const perWord = 11;
const perLine = 76;

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Text in a header, in words a line each. */
const encodedWords = (text: string): string => {
  const characters = Array.from(text);
  const words: string[] = [];
  for (let from = 0; from < characters.length; from += perWord)
    words.push(`=?UTF-8?B?${base64(characters.slice(from, from + perWord).join(''))}?=`);
  return words.join('\r\n ');
};

const lines = (text: string): string => text.replace(new RegExp(`.{${perLine}}`, 'g'), '$&\r\n');

export interface PlainMail {
  /** Addresses without a name; nothing in them can begin a new header, as their schemas take no line break. */
  readonly from: string;
  readonly to: string;
  /** Name the sender is shown with. */
  readonly sender: string;
  /** Unique in the domain of `from`. */
  readonly id: string;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
}

export const mimeOf = ({ from, to, sender, id, date, subject, text }: PlainMail): string =>
  [
    `From: ${encodedWords(sender)} <${from}>`,
    `To: <${to}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <mail.${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    // Nobody is to answer it that they are on holiday (RFC 3834).
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    lines(base64(text.replaceAll('\n', '\r\n'))),
    '',
  ].join('\r\n');
