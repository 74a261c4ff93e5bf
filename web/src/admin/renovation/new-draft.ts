import {
  type Circumstance,
  consentVersion,
  type RenovationItem,
} from '../../../../functions/renovation/renovation.words.ts';

/** An application as it is written down for somebody. */
export interface NewDraft {
  by: string;
  proxyName: string;
  proxyPhone: string;
  relation: string;
  name: string;
  phone: string;
  certificate: string;
  validUntil: string;
  issuedHere: boolean;
  village: string;
  text: string;
  building: string;
  unit: string;
  room: string;
  circumstances: readonly Circumstance[];
  wants: readonly RenovationItem[];
  need: string;
  personal: boolean;
  sensitive: boolean;
  how: string;
}

export const emptyDraft: NewDraft = {
  ...{ by: '', proxyName: '', proxyPhone: '', relation: '' },
  ...{ name: '', phone: '', certificate: '', validUntil: '', issuedHere: false },
  ...{ village: '', text: '', building: '', unit: '', room: '' },
  ...{ circumstances: [], wants: [], need: '', personal: false, sensitive: false, how: '' },
};

/** Whether somebody else applies, who has to be named. */
export const hasProxy = ({ by }: Pick<NewDraft, 'by'>): boolean => by === 'guardian' || by === 'relative';

/** In the shape the contract takes; what was left empty is not sent. */
export const newBody = (draft: NewDraft): object => ({
  by: draft.by || undefined,
  ...(hasProxy(draft)
    ? { proxy: { name: draft.proxyName, phone: draft.proxyPhone, relation: draft.relation } }
    : {}),
  applicant: {
    name: draft.name,
    phone: draft.phone,
    certificate: draft.certificate,
    validUntil: draft.validUntil || undefined,
    issuedHere: draft.issuedHere,
  },
  home: {
    village: draft.village || undefined,
    address: {
      text: draft.text,
      building: draft.building || undefined,
      unit: draft.unit || undefined,
      room: draft.room || undefined,
    },
  },
  circumstances: draft.circumstances,
  wants: draft.wants,
  need: draft.need,
  consent: {
    personal: draft.personal || undefined,
    sensitive: draft.sensitive || undefined,
    version: consentVersion,
    how: draft.how || undefined,
  },
});
