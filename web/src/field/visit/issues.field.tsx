import { type Component, Index, Show } from 'solid-js';
import { categories } from '../../../../functions/issues/issues.words.ts';
import { limits } from '../../../../functions/visits/visits.words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { fieldWords } from '../field.words.ts';
import { type IssueAnswers, noIssue } from './answers.ts';
import type { Draft } from './draft.ts';
import { PhotosField } from './photos.field.tsx';

const { t } = fieldWords;

interface IssuesProps {
  draft: Draft;
  errorOf: (name: string) => string | undefined;
}

/** What the household wants dealt with; each becomes an issue of its own with a deadline. */
export const IssuesField: Component<IssuesProps> = (props) => {
  const issues = (): readonly IssueAnswers[] => props.draft.answers().issues;
  const add = (): void => {
    const who = props.draft.current().hasPhone ? 'head' : 'other';
    props.draft.change({ issues: [...issues(), { ...noIssue, who }] });
    document.getElementById(`field-issues.${issues().length - 1}.category`)?.focus();
  };
  return (
    <section class="issues" aria-labelledby="issues-title">
      <h2 id="issues-title">{t('issues.title')}</h2>
      <p class="soft">{t('issues.hint')}</p>
      <Index each={issues()}>{(issue, at) => <IssueFields {...props} issue={issue()} at={at} />}</Index>
      <Show when={issues().length < limits.issues}>
        <Button onPress={add}>{issues().length === 0 ? t('issues.add') : t('issues.add-another')}</Button>
      </Show>
    </section>
  );
};

const IssueFields: Component<IssuesProps & { issue: IssueAnswers; at: number }> = (props) => {
  const name = (field: string): string => `issues.${props.at}.${field}`;
  const errorOf = (field: string): string | undefined => props.errorOf(name(field));
  const change = (changed: Partial<IssueAnswers>): void => {
    const issues = props.draft
      .answers()
      .issues.map((issue, at) => (at === props.at ? { ...issue, ...changed } : issue));
    props.draft.change({ issues });
  };
  return (
    <Fieldset legend={t('issue.title', { n: props.at + 1 })}>
      <SelectField
        name={name('category')}
        label={t('issue.category')}
        options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
        value={props.issue.category}
        onChange={(category) => change({ category })}
        error={errorOf('category')}
      />
      <TextArea
        name={name('what')}
        label={t('issue.what')}
        rows={3}
        limit={limits.issueWhat}
        value={props.issue.what}
        onInput={(what) => change({ what })}
        error={errorOf('what')}
      />
      <TextField
        optional
        name={name('place')}
        label={t('issue.place')}
        hint={t('issue.place.hint')}
        value={props.issue.place}
        onInput={(place) => change({ place })}
        error={errorOf('place')}
      />
      <PhotosField
        name={name('photos')}
        label={t('issue.photos')}
        of={props.at}
        most={limits.photos}
        draft={props.draft}
      />
      <RadioGroup
        name={name('reporter.who')}
        label={t('issue.who')}
        hint={props.draft.current().hasPhone ? undefined : t('issue.no-phone')}
        options={[
          { value: 'head', label: t('issue.who.head', { head: props.draft.current().head }) },
          { value: 'other', label: t('issue.who.other') },
        ]}
        value={props.issue.who}
        onChange={(who) => change({ who })}
        error={errorOf('reporter.who')}
      />
      <Show when={props.issue.who === 'other'}>
        <TextField
          name={name('reporter.name')}
          label={t('issue.name')}
          autocomplete="off"
          value={props.issue.name}
          onInput={(given) => change({ name: given })}
          error={errorOf('reporter.name')}
        />
        <TextField
          name={name('reporter.phone')}
          label={t('issue.phone')}
          type="tel"
          autocomplete="off"
          width="medium"
          value={props.issue.phone}
          onInput={(phone) => change({ phone })}
          error={errorOf('reporter.phone')}
        />
      </Show>
      <CheckboxField
        name={name('consent')}
        label={t('issue.consent')}
        checked={props.issue.consent}
        onChange={(consent) => change({ consent })}
        error={errorOf('consent')}
      />
      <Button
        kind="quiet"
        label={t('issue.remove.label', { n: props.at + 1 })}
        onPress={() => void props.draft.removeIssue(props.at)}
      >
        {t('issue.remove')}
      </Button>
    </Fieldset>
  );
};
