import { A, createAsync, useParams, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, Show } from 'solid-js';
import { keepers } from '../../../../functions/bookings/bookings.actions.ts';
import { addDays, localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { dateWords, moment, number, OfferTag } from './booking-marks.tsx';
import { type OfferDate, type OfferView, type Roster, readRoster, renewRosters } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { RosterTables } from './roster-tables.tsx';
import './bookings.css';

const { t } = bookingsWords;

/** Whether somebody can be marked as there now: on the days a session takes place. */
export const isDayOf = ({ from, to }: OfferDate): boolean =>
  localDateOf(parseInstant(from)) <= today() && today() <= localDateOf(parseInstant(to));

/** The session most likely meant: today's, the next one, or the last. */
const usualDate = (dates: readonly OfferDate[]): OfferDate | undefined => {
  const standing = dates.filter(({ calledOff }) => !calledOff);
  const tomorrow = addDays(today(), 1);
  return (
    standing.find(isDayOf) ??
    standing.find(({ from }) => localDateOf(parseInstant(from)) >= tomorrow) ??
    standing.at(-1) ??
    dates[0]
  );
};

export const dateOf = (offer: OfferView, wanted: unknown): OfferDate | undefined =>
  offer.dates.find(({ no }) => String(no) === wanted) ?? usualDate(offer.dates);

const isTomorrow = ({ from, calledOff }: OfferDate): boolean =>
  !calledOff && localDateOf(parseInstant(from)) === addDays(today(), 1);

const leadOf = (date: OfferDate | undefined): string | undefined => date && dateWords(date);

const factsOf = (offer: OfferView) => [
  { term: t('roster.state'), value: <OfferTag state={offer.state} /> },
  {
    term: t('roster.places'),
    value: t('roster.places.taken', { taken: number(offer.taken), capacity: number(offer.capacity) }),
  },
  {
    term: t('roster.waiting'),
    value: offer.hasWaitingList
      ? t('roster.waiting.places', { n: number(offer.waiting) })
      : t('roster.waiting.none'),
  },
  { term: t('roster.opens'), value: moment(offer.opensAt) },
  { term: t('roster.closes'), value: moment(offer.closesAt) },
];

/** Who is enrolled for something, and who waits for it, in the order of the line. */
export const RosterPage: Component = () => {
  const params = useParams<{ offer: string }>();
  const [search] = useSearchParams();
  const desk = useDesk();
  const mayKeep = (): boolean => desk.holds(...keepers);
  const hrefOf = (cursor?: string, session?: number): string => {
    const named = session === undefined ? search['session'] : String(session);
    const wanted = new URLSearchParams({
      ...(typeof named === 'string' ? { session: named } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    });
    return desk.keepNode(`/admin/rosters/${params.offer}${wanted.size === 0 ? '' : `?${wanted}`}`);
  };
  const pages = createListPages(hrefOf);
  const roster = createAsync(async (): Promise<Roster> => {
    const page = await readRoster(params.offer, pages.cursor());
    pages.reached(page.next);
    return page;
  });
  const date = createMemo((): OfferDate | undefined => {
    const known = roster();
    return known && dateOf(known.offer, search['session']);
  });
  const sessionOf = (offer: OfferView, { no }: OfferDate): string => `${offer.activity}.${no}`;
  return (
    <Show when={roster()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/activities/${known().offer.activity}`)}>{t('roster.activity')}</A>
          </p>
          <PageHeader
            title={t('roster.title', { title: known().offer.title })}
            lead={leadOf(date())}
            actions={
              <>
                <Button onPress={() => window.print()}>{t('roster.print')}</Button>
                <Show when={mayKeep()}>
                  <LinkButton href={desk.keepNode(`/admin/rosters/${params.offer}/enrol`)}>
                    {t('roster.enrol')}
                  </LinkButton>
                  <Show when={date()}>
                    {(on) => (
                      <LinkButton
                        kind="main"
                        href={desk.keepNode(
                          `/admin/check-in/${sessionOf(known().offer, on())}?offer=${params.offer}`,
                        )}
                      >
                        {t('roster.check-in')}
                      </LinkButton>
                    )}
                  </Show>
                </Show>
              </>
            }
          />
          <DescriptionList facts={factsOf(known().offer)} />
          <Show when={known().offer.dates.length > 1}>
            <SubNav
              label={t('roster.dates')}
              items={known().offer.dates.map((each) => ({
                href: hrefOf(pages.cursor(), each.no),
                label: dateWords(each),
                current: each.no === date()?.no,
              }))}
            />
          </Show>
          <Show when={mayKeep() && known().rows.length > 0 && date()}>
            {(on) => (
              <Show when={isTomorrow(on())}>
                <Notice title={t('roster.tomorrow')}>{t('roster.tomorrow.text')}</Notice>
              </Show>
            )}
          </Show>
          <Show when={known().rows.length > 0} fallback={<EmptyState title={t('roster.empty')} />}>
            <Show when={date()?.no ?? -1} keyed>
              {(no) => (
                <RosterTables
                  rows={known().rows}
                  session={no}
                  sessionId={`${known().offer.activity}.${no}`}
                  canMark={mayKeep() && known().offer.dates.some((each) => each.no === no && isDayOf(each))}
                />
              )}
            </Show>
          </Show>
          <ListFoot
            summary={t('roster.counts', { n: known().rows.length })}
            asOf={known().asOf}
            next={known().next}
            cursor={pages.cursor()}
            hrefOf={hrefOf}
            previousHref={pages.previousHref()}
            renew={renewRosters}
          />
        </article>
      )}
    </Show>
  );
};
