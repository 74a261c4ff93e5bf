import { A, createAsync, revalidate } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import type { Consent, PlainPerson, ShownPerson } from '../../../../functions/services/people.states.ts';
import { servicesContract } from '../../../../functions/services/services.contract.ts';
import type { PersonalLedger } from '../../../../functions/services/services.words.ts';
import { formatMoment, formatMomentShort } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { DisclosureDialog } from '../forms/disclosure-dialog.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { type Opening, readOpenings } from './services.queries.ts';
import { servicesWords } from './services.words.ts';

const { t } = servicesWords;

/** Who may open the register: as its contract has it, which would bring its schemas along. */
const householdReaders: readonly Role[] = ['visitor', 'lead', 'supervisor', 'inspector', 'admin', 'auditor'];

/** A record about a person, as every ledger's view of one has it. */
export interface PersonRecord {
  readonly anonymisedAt?: string | undefined;
  readonly person: ShownPerson;
  readonly consent: Consent;
  readonly version: number;
  readonly mayKeep: boolean;
  readonly mayOpen: boolean;
}

interface PersonPartProps {
  ledger: PersonalLedger;
  /** Its reference. */
  record: string;
  view: PersonRecord;
  /** Reads the record again, after the person was put right. */
  changed: () => void;
}

const householdFact = ({ household }: ShownPerson, desk: Desk): Fact['value'] => {
  if (household === undefined) return t('person.household.unknown');
  return desk.holds(...householdReaders) ? (
    <A href={desk.keepNode(`/admin/households/${household}`)}>{t('person.household.open')}</A>
  ) : (
    t('person.household.known')
  );
};

const some = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const factsOf = ({ person, consent }: PersonRecord, desk: Desk): readonly Fact[] => [
  { term: t('person.name'), value: person.name },
  {
    term: t('person.id'),
    value: some(person.number, person.withCertificate ? t('person.by-certificate') : undefined),
  },
  { term: t('person.phone'), value: person.phone ?? t('none') },
  ...(person.guardian
    ? [
        {
          term: t('person.guardian'),
          value: some(person.guardian.name, person.guardian.relation, person.guardian.phone),
        },
      ]
    : []),
  { term: t('person.household'), value: householdFact(person, desk) },
  {
    term: t('person.consent'),
    value: t('person.consent.value', {
      by: t(`consent.by.${consent.by}`),
      how: t(`consent.how.${consent.how}`),
      when: formatMoment(consent.at, language()),
      ...{ name: consent.heardBy.name, version: consent.version },
    }),
  },
];

/** Who a record is about, masked; opened in plain by those who may, with a reason that stays. */
export const PersonPart: Component<PersonPartProps> = (props) => {
  const desk = useDesk();
  return (
    <section class="stack" aria-labelledby="person">
      <h2 id="person">{t('person.title')}</h2>
      <DeletedNotice at={props.view.anonymisedAt} />
      <Show when={props.view.anonymisedAt === undefined}>
        <p class="soft">{t('person.masked')}</p>
      </Show>
      <DescriptionList facts={factsOf(props.view, desk)} />
      <div class="row no-print">
        <Show when={props.view.mayOpen}>
          <OpenPerson ledger={props.ledger} record={props.record} />
        </Show>
        <Show when={props.view.mayKeep}>
          <ChangePerson {...props} />
        </Show>
      </div>
      <SlotBoundary fallback={<LoadingState />}>
        <Openings ledger={props.ledger} record={props.record} />
      </SlotBoundary>
    </section>
  );
};

interface OfRecord {
  ledger: PersonalLedger;
  record: string;
}

const plainFacts = ({ name, number, phone, guardian }: PlainPerson): readonly Fact[] => [
  { term: t('person.name'), value: name },
  { term: t('open.number'), value: number },
  ...(phone === undefined ? [] : [{ term: t('person.phone'), value: <a href={`tel:${phone}`}>{phone}</a> }]),
  ...(guardian === undefined
    ? []
    : [
        { term: t('person.guardian'), value: some(guardian.name, guardian.relation) },
        ...(guardian.phone === undefined
          ? []
          : [
              {
                term: t('person.guardian.phone'),
                value: <a href={`tel:${guardian.phone}`}>{guardian.phone}</a>,
              },
            ]),
      ]),
];

const OpenPerson: Component<OfRecord> = (props) => (
  <DisclosureDialog
    row={servicesContract.routes.openPerson}
    params={{ ledger: props.ledger, record: props.record }}
    label={t('open')}
    intro={t('open.intro')}
    reasonLabel={t('open.reason')}
    closeLabel={t('open.close')}
  >
    {(opened) => {
      void revalidate(readOpenings.keyFor(props.ledger, props.record));
      return <DescriptionList facts={plainFacts(opened)} />;
    }}
  </DisclosureDialog>
);

const nothing = { name: '', phone: '', noPhone: false };

const ChangePerson: Component<PersonPartProps> = (props) => {
  const [draft, setDraft] = createStore({ ...nothing });
  return (
    <CommandDialog
      row={servicesContract.routes.changePerson}
      params={{ ledger: props.ledger, record: props.record }}
      view={props.view}
      label={t('change')}
      intro={t('change.intro')}
      fields={{ name: t('person.name'), phone: t('person.phone') }}
      body={() => ({
        name: draft.name || undefined,
        phone: draft.noPhone ? null : draft.phone || undefined,
      })}
      reset={() => setDraft({ ...nothing })}
      done={t('change.done')}
      show={() => props.changed()}
    >
      {(errorOf) => (
        <>
          <TextField
            optional
            name="name"
            label={t('person.name')}
            autocomplete="off"
            width="medium"
            value={draft.name}
            onInput={(name) => setDraft({ name })}
            error={errorOf('name')}
          />
          <TextField
            optional
            name="phone"
            label={t('person.phone')}
            type="tel"
            autocomplete="off"
            width="medium"
            value={draft.phone}
            onInput={(phone) => setDraft({ phone })}
            error={errorOf('phone')}
          />
          <Show when={props.view.person.phone !== undefined}>
            <CheckboxField
              name="noPhone"
              label={t('change.no-phone')}
              checked={draft.noPhone}
              onChange={(noPhone) => setDraft({ noPhone })}
            />
          </Show>
        </>
      )}
    </CommandDialog>
  );
};

const openingColumns = (): readonly Column<Opening>[] => [
  { key: 'who', header: t('openings.who'), isRowHeader: true, cell: ({ name }) => name },
  {
    key: 'when',
    header: t('openings.when'),
    nowrap: true,
    cell: ({ at }) => <time datetime={at}>{formatMomentShort(at)}</time>,
  },
  { key: 'why', header: t('openings.why'), cell: ({ reason }) => reason },
];

/** Everybody who looked, the auditor's question first of all. */
const Openings: Component<OfRecord> = (props) => {
  const openings = createAsync(() => readOpenings(props.ledger, props.record));
  return (
    <Show when={openings()}>
      {(known) => (
        <div class="stack">
          <h3>{t('openings.title')}</h3>
          <Show when={known().length > 0} fallback={<p class="soft">{t('openings.none')}</p>}>
            <Table caption={t('openings.caption')} captionHidden columns={openingColumns()} rows={known()} />
          </Show>
        </div>
      )}
    </Show>
  );
};
