import { createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { limits } from '../../../../functions/inspections/inspections.words.ts';
import { addDays, isLocalDate } from '../../../../functions/platform/runtime/time.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { DateField } from '../../ui/text-field.tsx';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { readRates } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';
import { RatesView } from './rates.view.tsx';

const { t } = inspectionsWords;

const usualDays = 90;

/** Rates over all inspections of some months: the numbers of one inspection are small. */
export const RatesPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const to = (): string => (typeof search['to'] === 'string' ? search['to'] : today());
  const from = (): string =>
    typeof search['from'] === 'string' ? search['from'] : addDays(today(), 1 - usualDays);
  const [draft, setDraft] = createSignal({ from: from(), to: to() });
  const days = () => {
    const first = from();
    const last = to();
    if (!isLocalDate(first) || !isLocalDate(last) || first > last) return undefined;
    return addDays(last, -limits.rateDays) >= first ? undefined : { from: first, to: last };
  };
  const rates = createAsync(async () => {
    const node = desk.node();
    const asked = days();
    return node === undefined || asked === undefined ? undefined : readRates(node, asked.from, asked.to);
  });
  const show = (event: SubmitEvent): void => {
    event.preventDefault();
    navigate(desk.keepNode(`/admin/inspections/rates?from=${draft().from}&to=${draft().to}`));
  };
  return (
    <div class="stack">
      <PageHeader title={t('rates.title')} lead={t('rates.lead')} />
      <form class="row" onSubmit={show}>
        <DateField
          name="from"
          label={t('rates.from')}
          value={draft().from}
          onInput={(value) => setDraft({ ...draft(), from: value })}
        />
        <DateField
          name="to"
          label={t('rates.to')}
          value={draft().to}
          onInput={(value) => setDraft({ ...draft(), to: value })}
        />
        <Button type="submit">{t('rates.show')}</Button>
      </form>
      <Show when={days() !== undefined} fallback={<Notice tone="warn">{t('rates.wrong-days')}</Notice>}>
        <Show when={rates()}>
          {(known) => (
            <>
              <p class="soft">{t('rates.of', { n: known().inspections })}</p>
              <RatesView rates={known().rates} />
            </>
          )}
        </Show>
      </Show>
    </div>
  );
};
