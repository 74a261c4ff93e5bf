import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { ledgerLimits } from '../../../../functions/visits/day-ledgers.words.ts';
import { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Timeline } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { codeOf } from '../campaigns/place.ts';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { type DayLedgerView, showChangedLedger } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';

const { t } = dayLedgersWords;

/** What was handed in stays; corrections stand beside it, each with its reason. */
export const Amendments: Component<{ view: DayLedgerView }> = (props) => (
  <section class="stack" aria-labelledby="amendments">
    <h2 id="amendments">{t('amendment.title')}</h2>
    <Show
      when={(props.view.handedIn?.amendments.length ?? 0) > 0}
      fallback={<p class="soft">{t('amendment.none')}</p>}
    >
      <Timeline
        entries={(props.view.handedIn?.amendments ?? []).map((each) => ({
          title: each.reason,
          when: formatMoment(each.at, language()),
          instant: each.at,
          who: each.by.name,
          body: <p class="ledger-text">{each.text}</p>,
        }))}
      />
    </Show>
    <Show when={props.view.mayAmend}>
      <p class="no-print">
        <AmendAction view={props.view} />
      </p>
    </Show>
  </section>
);

const AmendAction: Component<{ view: DayLedgerView }> = (props) => {
  const [draft, setDraft] = createStore({ reason: '', text: '' });
  return (
    <CommandDialog
      row={visitsContract.routes.amendment}
      params={{ village: codeOf(props.view.village), day: props.view.day }}
      view={props.view}
      label={t('amendment.label')}
      done={t('amendment.done')}
      intro={t('amendment.intro')}
      fields={{ reason: t('amendment.reason'), text: t('amendment.text') }}
      body={() => ({ ...draft })}
      reset={() => setDraft({ reason: '', text: '' })}
      show={showChangedLedger}
    >
      {(errorOf) => (
        <>
          <TextArea
            name="reason"
            label={t('amendment.reason')}
            rows={3}
            limit={ledgerLimits.reason}
            value={draft.reason}
            onInput={(value) => setDraft('reason', value)}
            error={errorOf('reason')}
          />
          <TextArea
            name="text"
            label={t('amendment.text')}
            limit={ledgerLimits.text}
            value={draft.text}
            onInput={(value) => setDraft('text', value)}
            error={errorOf('text')}
          />
        </>
      )}
    </CommandDialog>
  );
};
