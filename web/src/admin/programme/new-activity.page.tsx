import { A, useNavigate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import { call } from '../../api/client.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { isPlace } from '../campaigns/place.ts';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { type DetailsDraft, detailsBody, emptyDetails } from './details-draft.ts';
import { DetailsFields, detailsLabels } from './details-fields.tsx';
import { showChangedActivity } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import './programme.css';

const { t } = programmeWords;
const row = programmeContract.routes.create;

const levelOf = (node: string): string => ['district', 'town', 'village'][node.split('/').length - 1] ?? '';

/** An activity as a draft; its dates and terms come next. */
export const NewActivityPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [chosen, setChosen] = createSignal<string>();
  const [draft, setDraft] = createStore<DetailsDraft>({ ...emptyDetails });
  const node = (): string | undefined => {
    const looked = desk.node();
    return chosen() ?? (isPlace(looked) ? looked : undefined);
  };
  /** As typed, or what follows from the place it counts for. */
  const filled = (): DetailsDraft => {
    const place = node() ?? '';
    const isVillage = place.split('/').length === 3;
    return {
      ...draft,
      level: draft.level || levelOf(place),
      organiserPath: place,
      organiserName: draft.organiserName || (place === '' ? '' : desk.nameOf(place)),
      villages: isVillage ? [place] : draft.villages,
    };
  };
  const places = () =>
    desk
      .nodes()
      .filter(
        ({ path, active, kind }) =>
          active && kind !== 'department' && isWithin(path, desk.session()?.scope ?? '∅'),
      );
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ node: t('form.node'), ...detailsLabels() }),
    fieldOf: { 'programme.node_unknown': 'node', 'access.scope': 'node' },
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      showChangedActivity(body);
      showToast(t('form.done'));
      navigate(desk.keepNode(`/admin/activities/${body.activity}`));
    },
  });
  return (
    <div class="stack">
      <p>
        <A href={desk.keepNode('/admin/activities')}>{t('activity.back')}</A>
      </p>
      <PageHeader title={t('form.title')} lead={t('form.lead')} />
      <CommandForm
        submission={submission}
        body={() => ({ ...detailsBody(filled()), node: node() })}
        submitLabel={t('form.submit')}
      >
        <SelectField
          name="node"
          label={t('form.node')}
          width="medium"
          options={places().map(({ path }) => ({ value: path, label: desk.placeOf(path) }))}
          value={node() ?? ''}
          onChange={(path) => {
            setChosen(path);
            setDraft({ villages: [], level: '', organiserName: '' });
          }}
          error={submission.errorOf('node')}
        />
        <DetailsFields
          draft={filled()}
          node={node()}
          onChange={(part) => setDraft(part)}
          errorOf={submission.errorOf}
        />
      </CommandForm>
    </div>
  );
};
