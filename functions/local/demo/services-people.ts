import { idNumberCheck } from '../../platform/contract/id-number.ts';
import type { NewConsent, NewPerson } from '../../services/services.fields.ts';
import { consentVersion } from '../../services/services.words.ts';
import { nameFor } from './personas.ts';
import { seededRandom } from './random.ts';

interface DemoPerson {
  readonly person: NewPerson;
  readonly consent: NewConsent;
}

/** A made-up ID number with a right check character: nobody's, as these place codes are in no list of GB/T 2260. */
const idNumberOf = (place: '370498' | '370499', born: string, serial: number): string => {
  const body = `${place}${born}${String(serial % 1000).padStart(3, '0')}`;
  return body + idNumberCheck(body);
};

const bornIn = (year: number, serial: number): string =>
  `${year}${String(1 + (serial % 12)).padStart(2, '0')}${String(1 + (serial % 28)).padStart(2, '0')}`;

// 1999 is not handed out to anybody: nobody's real number stands in the demo.
const phoneOf = (serial: number): string => `19995${String(serial).padStart(6, '0')}`;

const consent = {
  personal: true,
  sensitive: true,
  version: consentVersion,
  how: 'paper',
} as const satisfies Omit<NewConsent, 'by'>;

/** Residents with a certificate; some receive from several ledgers. */
export const adults: readonly DemoPerson[] = (() => {
  const random = seededRandom(480);
  return Array.from({ length: 480 }, (_, serial): DemoPerson => {
    const born = bornIn(random.between(1941, 1998), serial);
    const certificate = `${idNumberOf('370498', born, serial)}${random.between(1, 7)}${random.between(1, 4)}`;
    return {
      person: { name: nameFor(`resident ${serial}`), certificate, phone: phoneOf(serial) },
      consent: { ...consent, by: 'self' },
    };
  });
})();

interface DemoChild {
  readonly person: NewPerson & { readonly guardian: NonNullable<NewPerson['guardian']> };
  readonly consent: NewConsent & { readonly by: 'guardian' };
}

/** †298 children, aged two to fifteen. */
export const childrenOf = (year: number): readonly DemoChild[] => {
  const random = seededRandom(298);
  return Array.from({ length: 298 }, (_, serial): DemoChild => {
    const parent = nameFor(`guardian ${serial}`);
    return {
      person: {
        name: `${Array.from(parent)[0] ?? '李'}${Array.from(nameFor(`child ${serial}`))
          .slice(1)
          .join('')}`,
        idNumber: idNumberOf('370499', bornIn(year - random.between(2, 15), serial), serial),
        guardian: {
          name: parent,
          relation: random.oneOf(['父亲', '母亲', '祖母']),
          phone: phoneOf(600 + serial),
        },
      },
      consent: { ...consent, by: 'guardian' },
    };
  });
};
