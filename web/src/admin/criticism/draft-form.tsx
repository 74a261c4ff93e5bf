import { createAsync, useNavigate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { criticismContract } from '../../../../functions/criticism/criticism.contract.ts';
import { limits } from '../../../../functions/criticism/criticism.words.ts';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { call } from '../../api/client.ts';
import { formatMonth } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission } from '../forms/submission.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { useDesk } from '../shell/desk.ts';
import { monthAfter, thisMonth } from '../shell/months.ts';
import { readFigures, renewCriticism, renewSites } from './criticism.queries.ts';
import { criticismWords } from './criticism.words.ts';
import { CasesTable, FiguresTable } from './figures.table.tsx';

const { t } = criticismWords;
const { draft: draftRow, propose: proposeRow } = criticismContract.routes;
/** Months somebody can look back to. */
const monthsBack = 24;

/** A notice or an exemplary site: of whom, of when, the figures that would be frozen, and the text. */
export const DraftForm: Component<{ kind: 'notice' | 'site' }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({
    ...{ node: '', from: monthAfter(thisMonth(), -2), to: thisMonth() as string },
    ...{ title: '', place: '', text: '' },
  });
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const node = (): string => draft.node || (desk.node() ?? '');
  const isNotice = (): boolean => props.kind === 'notice';
  const places = () =>
    desk
      .nodes()
      .filter(({ path }) => isWithin(path, desk.session()?.scope ?? ''))
      .map(({ path }) => ({ value: path, label: desk.placeOf(path) }));
  const months = () =>
    Array.from({ length: monthsBack }, (_, back) => {
      const value = monthAfter(thisMonth(), -back);
      return { value, label: formatMonth(value, language()) };
    });
  const body = () => ({
    node: node(),
    period: { from: draft.from, to: draft.to },
    title: draft.title,
    ...(isNotice() ? {} : { place: draft.place }),
    text: draft.text,
  });
  const labels = () => ({
    ...{ node: t('new.node'), title: t('new.name'), place: t('propose.place'), text: t('new.text') },
    photos: t('propose.photos'),
    ...{ 'period.from': t('new.from'), 'period.to': t('new.to') },
  });
  const fieldOf = {
    ...{ 'criticism.node_unknown': 'node', 'criticism.nothing': 'node', 'access.scope': 'node' },
    ...{ 'criticism.period': 'period.to', 'criticism.too_many': 'period.from', 'criticism.personal': 'text' },
  };
  const submission =
    props.kind === 'notice'
      ? createSubmission({
          ...{ schema: draftRow.body, fields: labels, fieldOf },
          send: (sent, key) => call(draftRow, { body: sent, key }),
          done: ({ body: made }) => {
            showToast(t('new.done'));
            void renewCriticism();
            navigate(desk.keepNode(`/admin/criticisms/${made.criticism}`));
          },
        })
      : createSubmission({
          ...{ schema: proposeRow.body, fields: labels, fieldOf: { ...fieldOf, ...photoRefusals } },
          send: async (sent, key) =>
            call(proposeRow, { body: { ...sent, photos: await sendPhotos(photos()) }, key }),
          done: ({ body: made }) => {
            showToast(t('propose.done'));
            void renewSites();
            navigate(desk.keepNode(`/admin/exemplary-sites/${made.site}`));
          },
        });
  const { errorOf } = submission;
  return (
    <CommandForm
      submission={submission}
      body={body}
      submitLabel={isNotice() ? t('new.submit') : t('propose.submit')}
    >
      <SelectField
        name="node"
        label={t('new.node')}
        options={places()}
        emptyLabel=""
        value={node()}
        onChange={(value) => setDraft('node', value)}
        error={errorOf('node')}
        width="medium"
      />
      <div class="row">
        <SelectField
          name="period.from"
          label={t('new.from')}
          options={months()}
          value={draft.from}
          onChange={(value) => setDraft('from', value)}
          error={errorOf('period.from')}
        />
        <SelectField
          name="period.to"
          label={t('new.to')}
          options={months()}
          value={draft.to}
          onChange={(value) => setDraft('to', value)}
          error={errorOf('period.to')}
        />
      </div>
      <Preview node={node()} from={draft.from} to={draft.to} isNotice={isNotice()} />
      <TextField
        name="title"
        label={t('new.name')}
        value={draft.title}
        onInput={(value) => setDraft('title', value)}
        error={errorOf('title')}
      />
      <Show when={!isNotice()}>
        <TextField
          name="place"
          label={t('propose.place')}
          value={draft.place}
          onInput={(value) => setDraft('place', value)}
          error={errorOf('place')}
        />
        <FileField
          optional
          name="photos"
          label={t('propose.photos')}
          hint={t('propose.photos.hint', { n: limits.photos })}
          files={photos()}
          onChange={setPhotos}
          most={limits.photos}
          error={errorOf('photos')}
        />
      </Show>
      <TextArea
        name="text"
        label={t('new.text')}
        hint={t('new.text.hint')}
        limit={limits.text}
        value={draft.text}
        onInput={(value) => setDraft('text', value)}
        error={errorOf('text')}
      />
    </CommandForm>
  );
};

interface PreviewProps {
  node: string;
  from: string;
  to: string;
  isNotice: boolean;
}

/** What would be frozen, as the form is filled in now. */
const Preview: Component<PreviewProps> = (props) => {
  const drawn = createAsync(async () => {
    const { node, from, to } = props;
    if (node === '' || from === '' || to === '') return undefined;
    try {
      return await readFigures(node, from, to);
    } catch (thrown) {
      // Whoever has to sign in first is led there.
      if (thrown instanceof Response) throw thrown;
      return { refused: problemMessage(codeOf(thrown)) };
    }
  });
  const known = () => {
    const answer = drawn.latest;
    return answer === undefined || 'refused' in answer ? undefined : answer;
  };
  const otherwise = (): string => {
    const answer = drawn.latest;
    return answer !== undefined && 'refused' in answer ? answer.refused : t('preview.choose');
  };
  return (
    <section class="stack" aria-live="polite" aria-label={t('preview.title')}>
      <Show when={known()} fallback={<p class="soft">{otherwise()}</p>}>
        {(answer) => (
          <>
            <FiguresTable {...answer()} />
            <Show
              when={answer().figures.cases.length > 0}
              fallback={
                <Show when={props.isNotice}>
                  <Notice tone="warn">{t('preview.nothing')}</Notice>
                </Show>
              }
            >
              <CasesTable cases={answer().figures.cases} />
            </Show>
          </>
        )}
      </Show>
    </section>
  );
};
