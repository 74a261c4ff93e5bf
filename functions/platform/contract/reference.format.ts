/** As printed and read aloud: `ABC-DEF-GHJK`. */
export const formatReference = (reference: string): string =>
  `${reference.slice(0, 3)}-${reference.slice(3, 6)}-${reference.slice(6)}`;
