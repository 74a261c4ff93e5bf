import { type Component, Show } from 'solid-js';
import { usualWeek } from '../../../../functions/venues/timetable-week.rules.ts';
import { type VenueKind, venuePolicies } from '../../../../functions/venues/venues.words.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { type TimetableDraft, wholeSpans } from './timetable-draft.ts';
import { duration, percent } from './venue-marks.tsx';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

/** What a week of hours comes to, and whether it keeps the promise of its kind; said again whenever it changes. */
export const WeekFigures: Component<{ week: TimetableDraft['week']; kind: VenueKind | undefined }> = (
  props,
) => {
  const policy = () => (props.kind === undefined ? undefined : venuePolicies[props.kind]);
  const figures = () => usualWeek(props.week.map(wholeSpans), policy());
  const offPeak = (): string =>
    percent(figures().planned === 0 ? 0 : figures().offPeakPlanned / figures().planned);
  return (
    <section class="venue-figures" role="status" aria-label={t('timetable.figures')}>
      <p>
        <strong>{t('timetable.planned', { hours: duration(figures().planned) })}</strong>{' '}
        {t('timetable.off-peak', { hours: duration(figures().offPeakPlanned), share: offPeak() })}
      </p>
      <Show when={policy()}>
        {(promised) => (
          <p class="row">
            <StatusTag tone={figures().meets.planned ? 'ok' : 'bad'}>
              {figures().meets.planned
                ? t('week.met', { policy: duration(promised().minutesPerWeek) })
                : t('week.short', {
                    policy: duration(promised().minutesPerWeek),
                    gap: duration(figures().gap),
                  })}
            </StatusTag>
            <StatusTag tone={figures().meets.offPeak && figures().planned > 0 ? 'ok' : 'bad'}>
              {figures().meets.offPeak && figures().planned > 0
                ? t('timetable.off-peak.enough')
                : t('report.off-peak-short')}
            </StatusTag>
          </p>
        )}
      </Show>
    </section>
  );
};
