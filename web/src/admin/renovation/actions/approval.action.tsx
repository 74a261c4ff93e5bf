import { createAsync } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { formatNumber, formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { DescriptionList } from '../../../ui/facts.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { problemMessage } from '../../messages/messages.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { fundsFor } from '../funds.ts';
import { type RenovationView, readFunds } from '../renovation.queries.ts';
import { renovationActWords, renovationWords } from '../renovation.words.ts';
import { thisYear } from './plan.action.tsx';
import { type ActionProps, RenovationAction } from './renovation-action.tsx';

const { t } = renovationActWords;
const yuan = (fen: number): string => formatYuan(fen, language());

/** Told once it is known: whether it was approved, or there was not enough and it waits. */
const doneWords = ({ state, queue }: RenovationView): string =>
  state === 'queued' && queue
    ? t('approval.queued', { because: renovationWords.t(`because.${queue.because}`) })
    : t('done.approval');

/** Approves, with what is left of money and homes before one's eyes. */
export const ApprovalAction: Component<ActionProps> = (props) => {
  const planned = (): number => props.view.plan?.year ?? thisYear();
  const [year, setYear] = createSignal(
    props.view.state === 'queued' ? Math.max(thisYear(), planned()) : planned(),
  );
  const years = (): number[] =>
    [...new Set([planned(), thisYear(), thisYear() + 1])].sort((one, other) => one - other);
  return (
    <RenovationAction
      view={props.view}
      action="approval"
      kind="main"
      fields={{ year: t('field.year') }}
      body={() => ({ year: year() })}
      done={doneWords}
    >
      {(errorOf) => (
        <>
          <SelectField
            name="year"
            label={t('approval.year')}
            width="short"
            emptyLabel=""
            options={years().map((each) => ({ value: String(each), label: String(each) }))}
            value={String(year())}
            onChange={(value) => setYear(Number(value))}
            error={errorOf('year')}
          />
          <SlotBoundary fallback={<LoadingState />}>
            <Left view={props.view} year={year()} />
          </SlotBoundary>
        </>
      )}
    </RenovationAction>
  );
};

type Outcome = 'fits' | 'money' | 'homes' | 'others' | 'turn';

const Left: Component<{ view: RenovationView; year: number }> = (props) => {
  const funds = createAsync(() => readFunds(props.year));
  const known = () => {
    const { town, district } = fundsFor(funds() ?? [], props.view.village);
    return town && district ? { town, district } : undefined;
  };
  const amount = (): number => props.view.plan?.amount ?? 0;
  const outcome = (): Outcome => {
    const found = known();
    if (found === undefined || found.town.left < amount()) return 'money';
    if (found.district.left < 1) return 'homes';
    if (props.view.state === 'queued') return props.view.position === 1 ? 'fits' : 'turn';
    return found.town.waiting > 0 ? 'others' : 'fits';
  };
  return (
    <Show when={known()} fallback={<Notice tone="warn">{problemMessage('renovation.fund_missing')}</Notice>}>
      {(found) => (
        <div class="stack">
          <DescriptionList
            facts={[
              { term: t('approval.amount'), value: yuan(amount()) },
              { term: t('approval.money-left'), value: yuan(found().town.left) },
              {
                term: t('approval.homes-left'),
                value: formatNumber(found().district.left, language()),
              },
              {
                term: t('approval.waiting'),
                value: formatNumber(found().town.waiting, language()),
              },
            ]}
          />
          <Notice tone={outcome() === 'fits' ? 'ok' : 'warn'}>{t(`approval.${outcome()}`)}</Notice>
          <p class="soft">{t('approval.exact')}</p>
        </div>
      )}
    </Show>
  );
};
