import { createAsync, useNavigate } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import { checkViewSchema } from '../../../../functions/inspections/inspections.views.ts';
import {
  answers,
  type DiscrepancyKind,
  discrepancyKinds,
  limits,
  questions,
} from '../../../../functions/inspections/inspections.words.ts';
import { call } from '../../api/client.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { bodyOf, chosenKinds, draftOf } from './check-draft.ts';
import { CheckTag } from './inspection-words.tsx';
import { type CheckItem, readPeople, renewInspection } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;
const row = inspectionsContract.routes.check;

interface CheckFormProps {
  inspection: string;
  item: CheckItem;
}

export const CheckForm: Component<CheckFormProps> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore(draftOf(props.item));
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  /** The version a colleague made, once the reader has seen it and goes on. */
  const [accepted, setAccepted] = createSignal<number>();
  const kept = () => (draft.keepPhotos ? (props.item.findings?.photos ?? []) : []);

  const nameAt = (kind: DiscrepancyKind, field: string): string =>
    `discrepancies.${chosenKinds(draft).indexOf(kind)}.${field}`;
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      ...Object.fromEntries(questions.map((question) => [question, t(`question.${question}`)])),
      discrepancies: t('check.found'),
      ...Object.fromEntries(
        chosenKinds(draft).flatMap((kind) => [
          [nameAt(kind, 'what'), `${t(`kind.${kind}`)} ${t('check.what')}`],
          [nameAt(kind, 'responsible'), `${t(`kind.${kind}`)} ${t('check.responsible')}`],
          [nameAt(kind, 'workingDays'), `${t(`kind.${kind}`)} ${t('check.working-days')}`],
        ]),
      ),
      note: t('check.note'),
      photos: t('check.photos'),
    }),
    fieldOf: photoRefusals,
    send: async (body, key) =>
      call(row, {
        params: { inspection: props.inspection, n: String(props.item.n) },
        body: { ...body, photos: [...kept(), ...(await sendPhotos(photos()))] },
        ifMatch: accepted() ?? props.item.version,
        key,
      }),
    done: () => {
      showToast(t('check.done'));
      void renewInspection();
      navigate(desk.keepNode(`/admin/inspections/${props.inspection}#sample`));
    },
  });
  const newer = () => {
    const parsed = v.safeParse(checkViewSchema, submission.stale());
    return parsed.success ? parsed.output : undefined;
  };
  const { errorOf } = submission;

  return (
    <CommandForm
      submission={submission}
      body={() => bodyOf(draft)}
      beforeSubmit={() => {
        const seen = newer();
        if (seen !== undefined) setAccepted(seen.version);
      }}
      submitLabel={t('check.submit')}
    >
      <Show when={newer()}>
        {(seen) => (
          <Notice tone="warn">
            {t('check.stale')} <CheckTag item={seen()} />
          </Notice>
        )}
      </Show>
      <For each={questions}>
        {(question) => (
          <RadioGroup
            name={question}
            label={t(`question.${question}`)}
            options={answers.map((value) => ({ value, label: t(`answer.${value}`) }))}
            value={draft.answers[question]}
            onChange={(value) => setDraft('answers', question, value)}
            error={errorOf(question)}
          />
        )}
      </For>
      <Fieldset legend={t('check.found')} hint={t('check.found.hint')}>
        <For each={discrepancyKinds}>
          {(kind, index) => (
            <div class="discrepancy">
              <CheckboxField
                // The error summary leads to the first of them.
                name={index() === 0 ? 'discrepancies' : `kind.${kind}`}
                label={t(`kind.${kind}`)}
                checked={draft.discrepancies[kind].chosen}
                onChange={(chosen) => setDraft('discrepancies', kind, 'chosen', chosen)}
                error={index() === 0 ? errorOf('discrepancies') : undefined}
              />
              <Show when={draft.discrepancies[kind].chosen}>
                <div class="discrepancy-fields">
                  <TextArea
                    name={nameAt(kind, 'what')}
                    label={t('check.what')}
                    limit={limits.what}
                    rows={2}
                    value={draft.discrepancies[kind].what}
                    onInput={(value) => setDraft('discrepancies', kind, 'what', value)}
                    error={errorOf(nameAt(kind, 'what'))}
                  />
                  <Responsible
                    name={nameAt(kind, 'responsible')}
                    item={props.item}
                    value={draft.discrepancies[kind].responsible}
                    onChange={(value) => setDraft('discrepancies', kind, 'responsible', value)}
                    error={errorOf(nameAt(kind, 'responsible'))}
                  />
                  <Show when={draft.discrepancies[kind].responsible !== 'nobody'}>
                    <TextField
                      name={nameAt(kind, 'workingDays')}
                      label={t('check.working-days')}
                      inputmode="numeric"
                      width="short"
                      value={draft.discrepancies[kind].workingDays}
                      onInput={(value) => setDraft('discrepancies', kind, 'workingDays', value)}
                      error={errorOf(nameAt(kind, 'workingDays'))}
                    />
                  </Show>
                </div>
              </Show>
            </div>
          )}
        </For>
      </Fieldset>
      <TextArea
        optional
        name="note"
        label={t('check.note')}
        limit={limits.note}
        rows={2}
        value={draft.note}
        onInput={(value) => setDraft('note', value)}
        error={errorOf('note')}
      />
      <Show when={(props.item.findings?.photos.length ?? 0) > 0}>
        <CheckboxField
          name="drop-photos"
          label={t('check.photos.drop')}
          hint={t('check.photos.kept', { n: kept().length })}
          checked={!draft.keepPhotos}
          onChange={(drop) => setDraft('keepPhotos', !drop)}
        />
      </Show>
      <FileField
        optional
        name="photos"
        label={t('check.photos')}
        hint={t('check.photos.hint', { n: limits.photos - kept().length })}
        files={photos()}
        onChange={setPhotos}
        most={limits.photos - kept().length}
        error={errorOf('photos')}
      />
    </CommandForm>
  );
};

interface ResponsibleProps {
  name: string;
  item: CheckItem;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

const Responsible: Component<ResponsibleProps> = (props) => {
  // Without the list there is still the visitor to choose; the form must not wait for it.
  const people = createAsync(() => readPeople(props.item.village).catch(() => []), { initialValue: [] });
  const options = () => [
    { value: 'visitor', label: t('check.responsible.visitor', { name: props.item.by.name }) },
    ...people()
      .filter(({ id }) => id !== props.item.by.id)
      .map(({ id, name, lead }) => ({
        value: id,
        label: lead ? t('check.responsible.lead', { name }) : name,
      })),
    { value: 'nobody', label: t('check.responsible.nobody') },
  ];
  return (
    <SelectField
      name={props.name}
      label={t('check.responsible')}
      options={options()}
      emptyLabel=""
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  );
};
