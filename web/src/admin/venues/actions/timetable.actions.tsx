import { type Component, createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { timetablesProblems } from '../../../../../functions/venues/venues-checks.rules.ts';
import { formatDate } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { DateField } from '../../../ui/text-field.tsx';
import { refuseUnsent } from '../../forms/unsent.ts';
import { today } from '../../shell/days.ts';
import {
  draftOf,
  emptyTimetable,
  makeRoom,
  type Timetable,
  type TimetableDraft,
  timetableBody,
} from '../timetable-draft.ts';
import { TimetableFields, timetableLabels } from '../timetable-fields.tsx';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;
const row = venuesContract.routes.timetables;

const day = (date: string): string => formatDate(date, language());
export const periodWords = (from: string, to: string | undefined): string =>
  to === undefined
    ? t('timetable.since', { from: day(from) })
    : t('week.period', { from: day(from), to: day(to) });

interface TimetableActionProps extends ActionProps {
  timetable?: Timetable | undefined;
}

/** Days it held on have passed: they stay as they were planned, and other hours begin another timetable. */
const hasRun = ({ view, timetable }: TimetableActionProps): boolean =>
  view.state === 'open' && timetable !== undefined && timetable.from < today();

/**
 * One timetable more, or other hours for one. The others make room for it; what comes of them is shown before it is
 * sent, and checked by the rules of the service.
 */
export const TimetableAction: Component<TimetableActionProps> = (props) => {
  const [draft, setDraft] = createStore<TimetableDraft>(emptyTimetable(''));
  const named = (): string | undefined =>
    props.timetable === undefined ? undefined : t('timetable.change.of', { name: props.timetable.name });
  /** What it replaces in place; one that has run is continued instead. */
  const replaced = () => (hasRun(props) ? undefined : props.timetable);
  const others = () =>
    makeRoom(
      props.view.timetables.filter(({ no }) => no !== replaced()?.no),
      draft.from,
      draft.to,
    );
  const body = () => {
    const given = replaced();
    return {
      timetables: [{ ...(given ? { no: given.no } : {}), ...timetableBody(draft) }, ...others()],
    };
  };
  const check = async (sent: unknown): Promise<unknown> => {
    const problems = timetablesProblems(v.parse(row.body, sent).timetables, props.view.timetables);
    // What another one shares with this one is said where the days of this one stand.
    refuseUnsent(
      problems.map((problem) =>
        problem.path.startsWith('timetables.0.') ? problem : { ...problem, path: 'timetables.0.from' },
      ),
    );
    return sent;
  };
  return (
    <VenueAction
      wide
      view={props.view}
      row={row}
      kind={props.timetable === undefined ? 'second' : 'quiet'}
      label={t(props.timetable === undefined ? 'timetable.add' : 'timetable.change')}
      title={named()}
      buttonLabel={named()}
      intro={hasRun(props) ? t('timetable.continued') : undefined}
      fields={timetableLabels()}
      fieldOf={{ 'venue.past_changed': 'timetables.0.from' }}
      body={body}
      complete={check}
      reset={() => {
        const given = props.timetable;
        if (given === undefined) setDraft(emptyTimetable(today()));
        else setDraft({ ...draftOf(given), ...(hasRun(props) ? { from: today() } : {}) });
      }}
      done={t('timetable.done')}
    >
      {(errorOf) => (
        <>
          <TimetableFields
            draft={draft}
            kind={props.view.kind}
            onChange={(part) => setDraft(part)}
            errorOf={errorOf}
          />
          <Show when={others().length > 0}>
            <section class="stack" aria-label={t('timetable.after')}>
              <h3>{t('timetable.after')}</h3>
              <ul class="venue-missing">
                <For
                  each={[{ ...timetableBody(draft), from: draft.from }, ...others()].sort((a, b) =>
                    a.from < b.from ? -1 : 1,
                  )}
                >
                  {({ name, from, to }) => (
                    <li>
                      {name || '…'}
                      {' · '}
                      {periodWords(from, to)}
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
        </>
      )}
    </VenueAction>
  );
};

/** One that has begun gets a last day; one that has not is taken away. */
export const StopTimetableAction: Component<ActionProps & { timetable: Timetable }> = (props) => {
  const [to, setTo] = createSignal('');
  const at = (): number => props.view.timetables.findIndex(({ no }) => no === props.timetable.no);
  const path = (): string => `timetables.${at()}.to`;
  const isAhead = (): boolean => props.view.state === 'planned' || props.timetable.from > today();
  const label = (): string => t(isAhead() ? 'timetable.remove' : 'timetable.stop');
  const named = (): string =>
    t(isAhead() ? 'timetable.remove.of' : 'timetable.stop.of', { name: props.timetable.name });
  return (
    <VenueAction
      view={props.view}
      row={row}
      kind="quiet"
      danger={isAhead()}
      label={label()}
      title={named()}
      buttonLabel={named()}
      intro={t(isAhead() ? 'timetable.remove.intro' : 'timetable.stop.intro')}
      fields={{ [path()]: t('timetable.to') }}
      fieldOf={{ 'venue.past_changed': path() }}
      body={() => ({
        timetables: props.view.timetables.flatMap((one): object[] => {
          if (one.no !== props.timetable.no) return [one];
          return isAhead() ? [] : [{ ...one, to: to() }];
        }),
      })}
      reset={() => setTo(props.timetable.to ?? '')}
      done={t('timetable.done')}
    >
      {(errorOf) => (
        <Show when={!isAhead()}>
          <DateField
            name={path()}
            label={t('timetable.to')}
            min={today()}
            value={to()}
            onInput={setTo}
            error={errorOf(path())}
          />
        </Show>
      )}
    </VenueAction>
  );
};
