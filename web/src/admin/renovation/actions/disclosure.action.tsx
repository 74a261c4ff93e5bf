import type { Component } from 'solid-js';
import { renovationContract } from '../../../../../functions/renovation/renovation.contract.ts';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { DisclosureDialog } from '../../forms/disclosure-dialog.tsx';
import type { Disclosed } from '../renovation.queries.ts';
import { renovationActWords, renovationCaseWords } from '../renovation.words.ts';
import type { ActionProps } from './renovation-action.tsx';

const { t } = renovationActWords;
const words = renovationCaseWords.t;

const factsOf = ({ applicant, address, proxy, objectors }: Disclosed): Fact[] => [
  { term: words('person.name'), value: applicant.name },
  { term: words('person.phone'), value: <a href={`tel:${applicant.phone}`}>{applicant.phone}</a> },
  { term: t('disclosure.certificate'), value: applicant.certificate },
  {
    term: t('disclosure.address'),
    value: [address.text, address.building, address.unit, address.room]
      .filter((part) => part !== undefined)
      .join(' '),
  },
  ...(proxy === undefined
    ? []
    : [{ term: words('person.proxy'), value: `${proxy.name} ${proxy.phone} · ${proxy.relation}` }]),
  ...objectors.map(({ no, name, phone }) => ({
    term: words('notice.objection', { no }),
    value: `${name} ${phone}`,
  })),
];

/** Who applies, in plain: with a reason, and on record. */
export const DisclosureAction: Component<ActionProps> = (props) => (
  <DisclosureDialog
    row={renovationContract.routes.disclosure}
    params={{ reference: props.view.reference }}
    label={t('act.disclosure')}
    intro={t('disclosure.intro')}
    reasonLabel={t('disclosure.reason')}
    closeLabel={t('disclosure.close')}
  >
    {(opened) => <DescriptionList facts={factsOf(opened)} />}
  </DisclosureDialog>
);
