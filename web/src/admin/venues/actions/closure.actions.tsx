import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { addDays } from '../../../../../functions/platform/runtime/time.ts';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { limits } from '../../../../../functions/venues/venues.words.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DateField, TextArea } from '../../../ui/text-field.tsx';
import { today } from '../../shell/days.ts';
import { TimeField } from '../time-field.tsx';
import { timeIn } from '../time-in.ts';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;
const { routes } = venuesContract;

const emptyClosure = { kind: 'closed', from: '', to: '', start: '', end: '', reason: '' };

/** A closure or an extra opening; while the days are typed it is said whether residents hear of it in time. */
export const ClosureAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore({ ...emptyClosure });
  const labels = {
    kind: t('closure.kind'),
    from: t('closure.from'),
    to: t('closure.to'),
    'span.from': t('closure.start'),
    'span.to': t('closure.end'),
    span: t('closure.start'),
    reason: t('closure.reason'),
  };
  const earliest = (): string => addDays(today(), limits.noticeDays);
  const isShort = (): boolean => draft.kind === 'closed' && draft.from !== '' && draft.from < earliest();
  return (
    <VenueAction
      view={props.view}
      row={routes.closures}
      label={t('closure.announce')}
      fields={labels}
      body={() => ({
        kind: draft.kind,
        from: draft.from,
        to: draft.to || draft.from,
        ...(draft.start === '' && draft.end === ''
          ? {}
          : { span: { from: timeIn(draft.start), to: timeIn(draft.end) } }),
        reason: draft.reason,
      })}
      reset={() => setDraft({ ...emptyClosure })}
      done={t('closure.done')}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="kind"
            label={t('closure.kind')}
            options={[
              { value: 'closed', label: t('closure.closed') },
              { value: 'open', label: t('closure.open') },
            ]}
            value={draft.kind}
            onChange={(kind) => setDraft({ kind })}
            error={errorOf('kind')}
          />
          <DateField
            name="from"
            label={t('closure.from')}
            min={today()}
            value={draft.from}
            onInput={(from) => setDraft({ from })}
            error={errorOf('from')}
          />
          <DateField
            name="to"
            label={t('closure.to')}
            hint={t('closure.to.hint')}
            optional
            value={draft.to}
            onInput={(to) => setDraft({ to })}
            error={errorOf('to')}
          />
          <div aria-live="polite">
            <Show when={draft.kind === 'closed' && draft.from !== ''}>
              <Notice tone={isShort() ? 'warn' : 'ok'}>
                {t(isShort() ? 'closure.short' : 'closure.in-time', { n: limits.noticeDays })}
              </Notice>
            </Show>
          </div>
          <TimeField
            name="span.from"
            label={t('closure.start')}
            hint={draft.kind === 'closed' ? t('closure.span.hint') : t('time.hint')}
            optional={draft.kind === 'closed'}
            value={draft.start}
            onInput={(start) => setDraft({ start })}
            error={errorOf('span.from') ?? errorOf('span')}
          />
          <TimeField
            name="span.to"
            label={t('closure.end')}
            optional={draft.kind === 'closed'}
            value={draft.end}
            onInput={(end) => setDraft({ end })}
            error={errorOf('span.to')}
          />
          <TextArea
            name="reason"
            label={t('closure.reason')}
            limit={limits.reason}
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
        </>
      )}
    </VenueAction>
  );
};

export const WithdrawAction: Component<ActionProps & { no: number; days: string }> = (props) => (
  <VenueAction
    view={props.view}
    no={props.no}
    row={routes.closureWithdrawal}
    kind="quiet"
    label={t('withdraw')}
    buttonLabel={t('withdraw.of', { days: props.days })}
    title={t('withdraw.of', { days: props.days })}
    intro={t('withdraw.intro')}
    body={() => ({})}
    done={t('withdraw.done')}
  />
);
