import { A, useNavigate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import { timetablesProblems } from '../../../../functions/venues/venues-checks.rules.ts';
import { call } from '../../api/client.ts';
import { CheckboxField, RadioGroup } from '../../ui/choice-field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { refuseUnsent } from '../forms/unsent.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { type DetailsDraft, detailsBody, emptyDetails, kindIn } from './details-draft.ts';
import { DetailsFields, detailsLabels } from './details-fields.tsx';
import { PlaceField, usualPlace } from './place-field.tsx';
import { emptyTimetable, type TimetableDraft, timetableBody } from './timetable-draft.ts';
import { TimetableFields, timetableLabels } from './timetable-fields.tsx';
import { showChangedVenue } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';
import './venues.css';

const { t } = venuesWords;
const row = venuesContract.routes.create;

/** A venue that stands already, or one that is planned: that one needs no hours yet. */
export const NewVenuePage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const usual = usualPlace();
  const [place, setPlace] = createSignal<string>();
  const [open, setOpen] = createSignal(true);
  const [planned, setPlanned] = createSignal(false);
  const [draft, setDraft] = createStore<DetailsDraft>({ ...emptyDetails });
  const [timetable, setTimetable] = createStore<TimetableDraft>({
    ...emptyTimetable(today()),
    name: t('timetable.usual'),
  });
  const hasHours = (): boolean => open() || planned();
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      node: t('place'),
      open: t('new.open'),
      ...detailsLabels(),
      ...(hasHours() ? timetableLabels() : {}),
    }),
    fieldOf: { 'venue.node_unknown': 'node', 'access.scope': 'node', 'venue.no_timetable': 'open' },
    tell: ({ code, path }) => {
      if (code === 'time.invalid') return t('time.wrong');
      return path.startsWith('position') ? t('details.position.wrong') : undefined;
    },
    send: async (body, key) => {
      refuseUnsent(timetablesProblems(v.parse(row.body, body).timetables));
      return call(row, { body, key });
    },
    done: ({ body }) => {
      showChangedVenue(body);
      showToast(t('new.done'));
      navigate(desk.keepNode(`/admin/venues/${body.venue}`));
    },
  });
  const body = () => ({
    ...detailsBody(draft),
    node: place() ?? usual(),
    open: open(),
    ...(hasHours() ? { timetables: [timetableBody(timetable)] } : {}),
  });
  return (
    <div class="stack">
      <p>
        <A href={desk.keepNode('/admin/venues')}>{t('venue.back')}</A>
      </p>
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <CommandForm submission={submission} body={body} submitLabel={t('new.submit')}>
        <RadioGroup
          name="open"
          label={t('new.open')}
          options={[
            { value: 'open', label: t('new.open.yes') },
            { value: 'planned', label: t('new.open.no'), hint: t('new.open.no.hint') },
          ]}
          value={open() ? 'open' : 'planned'}
          onChange={(value) => setOpen(value === 'open')}
          error={submission.errorOf('open')}
        />
        <PlaceField
          name="node"
          value={place() ?? usual()}
          onChange={setPlace}
          error={submission.errorOf('node')}
        />
        <DetailsFields draft={draft} onChange={(part) => setDraft(part)} errorOf={submission.errorOf} />
        <section class="stack" aria-labelledby="hours">
          <h2 id="hours">{t('timetables')}</h2>
          <Show when={!open()}>
            <CheckboxField
              name="planned-hours"
              label={t('new.planned-hours')}
              checked={planned()}
              onChange={setPlanned}
            />
          </Show>
          <Show when={hasHours()}>
            <TimetableFields
              draft={timetable}
              kind={kindIn(draft.kind)}
              onChange={(part) => setTimetable(part)}
              errorOf={submission.errorOf}
            />
          </Show>
        </section>
      </CommandForm>
    </div>
  );
};
