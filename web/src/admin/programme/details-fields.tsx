import { type Component, For, Show } from 'solid-js';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { audiences, categories, levels, limits } from '../../../../functions/programme/programme.words.ts';
import { CheckboxField, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import type { DetailsDraft } from './details-draft.ts';
import { programmeWords } from './programme.words.ts';

const { t } = programmeWords;

/** Labels by the names the contract's errors give the fields. */
export const detailsLabels = (): Readonly<Record<string, string>> => ({
  category: t('form.category'),
  level: t('form.level'),
  title: t('form.name'),
  summary: t('form.summary'),
  'audience.who': t('form.audience'),
  'audience.fromAge': t('form.from-age'),
  'audience.toAge': t('form.to-age'),
  'organiser.name': t('form.organiser'),
  teacher: t('form.teacher'),
  link: t('form.link'),
  villages: t('form.villages'),
});

interface DetailsFieldsProps {
  draft: DetailsDraft;
  /** Where it counts. */
  node: string | undefined;
  onChange: (part: Partial<DetailsDraft>) => void;
  errorOf: Submission['errorOf'];
}

export const DetailsFields: Component<DetailsFieldsProps> = (props) => (
  <>
    <TextField
      name="title"
      label={t('form.name')}
      value={props.draft.title}
      onInput={(title) => props.onChange({ title })}
      error={props.errorOf('title')}
    />
    <div class="programme-row">
      <SelectField
        name="category"
        label={t('form.category')}
        options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
        value={props.draft.category}
        onChange={(category) => props.onChange({ category })}
        error={props.errorOf('category')}
      />
      <SelectField
        name="level"
        label={t('form.level')}
        options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
        value={props.draft.level}
        onChange={(level) => props.onChange({ level })}
        error={props.errorOf('level')}
      />
    </div>
    <TextArea
      name="summary"
      label={t('form.summary')}
      limit={limits.summary}
      value={props.draft.summary}
      onInput={(summary) => props.onChange({ summary })}
      error={props.errorOf('summary')}
    />
    <div class="programme-row">
      <SelectField
        name="audience.who"
        label={t('form.audience')}
        options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
        value={props.draft.who}
        onChange={(who) => props.onChange({ who })}
        error={props.errorOf('audience.who')}
      />
      <TextField
        optional
        name="audience.fromAge"
        label={t('form.from-age')}
        inputmode="numeric"
        width="short"
        value={props.draft.fromAge}
        onInput={(fromAge) => props.onChange({ fromAge })}
        error={props.errorOf('audience.fromAge')}
      />
      <TextField
        optional
        name="audience.toAge"
        label={t('form.to-age')}
        inputmode="numeric"
        width="short"
        value={props.draft.toAge}
        onInput={(toAge) => props.onChange({ toAge })}
        error={props.errorOf('audience.toAge')}
      />
    </div>
    <TextField
      name="organiser.name"
      label={t('form.organiser')}
      width="medium"
      value={props.draft.organiserName}
      onInput={(organiserName) => props.onChange({ organiserName })}
      error={props.errorOf('organiser.name')}
    />
    <TextField
      optional
      name="teacher"
      label={t('form.teacher')}
      width="medium"
      value={props.draft.teacher}
      onInput={(teacher) => props.onChange({ teacher })}
      error={props.errorOf('teacher')}
    />
    <Show when={props.draft.category === 'online-course'}>
      <TextField
        name="link"
        label={t('form.link')}
        hint={t('form.link.hint')}
        value={props.draft.link}
        onInput={(link) => props.onChange({ link })}
        error={props.errorOf('link')}
      />
    </Show>
    <VillagesField {...props} />
  </>
);

/** Villages of a town; the whole district is too many to tick, and a village counts for itself. */
const VillagesField: Component<DetailsFieldsProps> = (props) => {
  const desk = useDesk();
  const villages = () => {
    const { node } = props;
    if (node === undefined || !node.includes('/')) return [];
    return desk
      .nodes()
      .filter(({ kind, active, path }) => kind === 'village' && active && isWithin(path, node));
  };
  const tick = (path: string, isTicked: boolean): void => {
    const others = props.draft.villages.filter((each) => each !== path);
    props.onChange({ villages: isTicked ? [...others, path] : others });
  };
  return (
    <Show when={villages().length > 0}>
      <Fieldset legend={t('form.villages')} hint={t('form.villages.hint')}>
        <div class="programme-choices">
          <For each={villages()}>
            {({ path }, index) => (
              <CheckboxField
                name={index() === 0 ? 'villages' : `villages-${path}`}
                label={desk.nameOf(path)}
                checked={props.draft.villages.includes(path)}
                onChange={(isTicked) => tick(path, isTicked)}
                error={index() === 0 ? props.errorOf('villages') : undefined}
              />
            )}
          </For>
        </div>
      </Fieldset>
    </Show>
  );
};
