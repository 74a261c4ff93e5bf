import { A, useNavigate } from '@solidjs/router';
import { type Component, createMemo, createSignal, Show } from 'solid-js';
import { slots } from '../../../../functions/campaigns/campaigns.words.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { grades, limits, relations } from '../../../../functions/visits/visits.words.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { DateField, TextArea } from '../../ui/text-field.tsx';
import { fieldWords } from '../field.words.ts';
import { today } from '../round/clock.ts';
import { round } from '../round/round.ts';
import { asks, type Question } from './answers.ts';
import { CheckboxGroup } from './checkbox-group.tsx';
import type { Draft } from './draft.ts';
import { checkVisit } from './entry.ts';
import { IssuesField } from './issues.field.tsx';
import { messagesOf } from './messages-of.ts';
import { PhotosField } from './photos.field.tsx';

const { t } = fieldWords;

/** What the campaign hands out, with what an earlier version of it did and the form still has. */
const materialsOf = (draft: Draft): string[] => {
  const { stop } = draft.current();
  const campaign = round()?.round.campaigns.find((each) => stop.startsWith(`${each.campaign}.`));
  return [...new Set([...(campaign?.materials ?? []), ...draft.answers().materials])];
};

/** Only the questions the outcome needs. */
export const AnswersStep: Component<{ draft: Draft }> = (props) => {
  const navigate = useNavigate();
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const messages = createMemo(() => messagesOf(problems()));
  const errorOf = (name: string): string | undefined =>
    messages().find((message) => message.name === name)?.short;
  const asked = (question: Question): boolean => asks(props.draft.answers().outcome, question);
  const materials = createMemo(() => materialsOf(props.draft));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = checkVisit(props.draft.current()).problems;
    setProblems(found);
    if (found.length === 0) navigate(`${props.draft.path}/check`);
  };
  const title = (): string => {
    const { outcome } = props.draft.answers();
    return outcome === '' ? '' : t(`outcome.${outcome}`);
  };
  return (
    <>
      <A class="visit-back" href={props.draft.path}>
        {t('visit.change-outcome')}
      </A>
      <ErrorSummary errors={messages()} />
      <PageHeader title={title()} />
      <form class="visit-form" noValidate onSubmit={submit}>
        <Show when={asked('appointment')}>
          <AppointmentFields draft={props.draft} errorOf={errorOf} />
        </Show>
        <Show when={asked('met')}>
          <CheckboxGroup
            name="met"
            label={t('met.label')}
            options={relations.map((value) => ({ value, label: t(`met.${value}`) }))}
            values={props.draft.answers().met}
            onChange={(met) => props.draft.change({ met })}
            error={errorOf('met')}
          />
        </Show>
        <Show when={asked('satisfaction')}>
          <RadioGroup
            optional
            name="satisfaction"
            label={t('satisfaction.label')}
            options={[...grades]
              .reverse()
              .map((grade) => ({ value: String(grade), label: t(`grade.${grade}`) }))}
            value={props.draft.answers().satisfaction}
            onChange={(satisfaction) => props.draft.change({ satisfaction })}
            error={errorOf('satisfaction')}
          />
        </Show>
        <Show when={asked('views')}>
          <TextArea
            optional
            name="views"
            label={t(props.draft.answers().outcome === 'refused' ? 'views.refused' : 'views.label')}
            rows={3}
            limit={limits.views}
            value={props.draft.answers().views}
            onInput={(views) => props.draft.change({ views })}
            error={errorOf('views')}
          />
        </Show>
        <Show when={asked('issues')}>
          <IssuesField draft={props.draft} errorOf={errorOf} />
        </Show>
        <Show when={asked('materials') && materials().length > 0}>
          <CheckboxGroup
            optional
            name="materials"
            label={t('materials.label')}
            options={materials().map((value) => ({ value, label: value }))}
            values={props.draft.answers().materials}
            onChange={(chosen) => props.draft.change({ materials: chosen })}
            error={errorOf('materials')}
          />
        </Show>
        <Show when={asked('photos')}>
          <PhotosField
            name="photos"
            label={t('photos.label')}
            of="visit"
            most={limits.photos}
            draft={props.draft}
          />
        </Show>
        <Show when={asked('note')}>
          <TextArea
            optional
            name="note"
            label={t('note.label')}
            hint={t('note.hint')}
            rows={2}
            limit={limits.note}
            value={props.draft.answers().note}
            onInput={(note) => props.draft.change({ note })}
            error={errorOf('note')}
          />
        </Show>
        <div class="field-actions">
          <Button type="submit" kind="main">
            {t('visit.next')}
          </Button>
        </div>
      </form>
    </>
  );
};

const AppointmentFields: Component<{ draft: Draft; errorOf: (name: string) => string | undefined }> = (
  props,
) => (
  <>
    <DateField
      name="appointment.day"
      label={t('appointment.day')}
      min={today()}
      value={props.draft.answers().day}
      onInput={(day) => props.draft.change({ day })}
      error={props.errorOf('appointment.day')}
    />
    <RadioGroup
      name="appointment.slot"
      label={t('appointment.slot')}
      options={slots.map((value) => ({ value, label: t(`slot.${value}`) }))}
      value={props.draft.answers().slot}
      onChange={(slot) => props.draft.change({ slot })}
      error={props.errorOf('appointment.slot')}
    />
  </>
);
