import { type Component, For, Index, Show } from 'solid-js';
import { householdCategories, limits } from '../../../../functions/households/households.words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { Fieldset, fieldId, GroupFrame } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import { householdsWords } from './households.words.ts';
import { emptyMember, type MemberDraft } from './members-draft.ts';

const { t } = householdsWords;

/** Names as the contract's errors give them, with the labels they stand under. */
export const memberLabels = (members: readonly MemberDraft[]): Readonly<Record<string, string>> => ({
  members: t('member.all'),
  ...Object.fromEntries(
    members.flatMap((_, index) =>
      (['name', 'relation', 'idNumber', 'phone', 'categories'] as const).map((field) => [
        `members.${index}.${field}`,
        t('member.field', { n: index + 1, field: t(`member.${field}`) }),
      ]),
    ),
  ),
});

export interface MembersFieldsProps {
  members: readonly MemberDraft[];
  onChange: (members: readonly MemberDraft[]) => void;
  errorOf: Submission['errorOf'];
}

/** The people of a household, the head or keeper first. */
export const MembersFields: Component<MembersFieldsProps> = (props) => {
  const change = (at: number, part: Partial<MemberDraft>): void =>
    props.onChange(props.members.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const toHead = (at: number): void => {
    const head = props.members[at];
    if (head) props.onChange([head, ...props.members.filter((_, index) => index !== at)]);
  };
  return (
    <>
      <Index each={props.members}>
        {(member, index) => (
          <Fieldset
            legend={
              index === 0
                ? t('member.head', { name: member().masked.name })
                : t('member.other', { n: index + 1, name: member().masked.name })
            }
          >
            <MemberFields
              member={member()}
              path={`members.${index}`}
              onChange={(part) => change(index, part)}
              errorOf={props.errorOf}
            />
            <div class="row">
              <Show when={index > 0}>
                <Button kind="quiet" onPress={() => toHead(index)}>
                  {t('member.make-head', { n: index + 1 })}
                </Button>
              </Show>
              <Show when={props.members.length > 1}>
                <Button
                  kind="quiet"
                  onPress={() => props.onChange(props.members.filter((_, at) => at !== index))}
                >
                  {t('member.remove', { n: index + 1 })}
                </Button>
              </Show>
            </div>
          </Fieldset>
        )}
      </Index>
      <Show when={props.members.length < limits.members}>
        <Button onPress={() => props.onChange([...props.members, emptyMember()])}>{t('member.add')}</Button>
      </Show>
    </>
  );
};

interface MemberFieldsProps {
  member: MemberDraft;
  path: string;
  onChange: (part: Partial<MemberDraft>) => void;
  errorOf: Submission['errorOf'];
}

const MemberFields: Component<MemberFieldsProps> = (props) => {
  const nameOf = (field: string): string => `${props.path}.${field}`;
  const isKnown = (): boolean => props.member.no !== undefined;
  const keeps = (masked: string | undefined): string | undefined =>
    isKnown() && masked !== undefined ? t('member.keeps', { masked }) : undefined;
  return (
    <>
      <TextField
        name={nameOf('name')}
        label={t('member.name')}
        hint={keeps(props.member.masked.name)}
        optional={isKnown()}
        autocomplete="off"
        width="medium"
        value={props.member.name}
        onInput={(name) => props.onChange({ name })}
        error={props.errorOf(nameOf('name'))}
      />
      <TextField
        name={nameOf('relation')}
        label={t('member.relation')}
        autocomplete="off"
        width="short"
        value={props.member.relation}
        onInput={(relation) => props.onChange({ relation })}
        error={props.errorOf(nameOf('relation'))}
      />
      <TextField
        optional
        name={nameOf('idNumber')}
        label={t('member.idNumber')}
        hint={keeps(props.member.masked.idNumber)}
        autocomplete="off"
        width="medium"
        value={props.member.idNumber}
        onInput={(idNumber) => props.onChange({ idNumber })}
        error={props.errorOf(nameOf('idNumber'))}
      />
      <Show when={isKnown() && props.member.masked.idNumber !== undefined && props.member.idNumber === ''}>
        <CheckboxField
          name={nameOf('withoutIdNumber')}
          label={t('member.without-id-number')}
          checked={props.member.withoutIdNumber}
          onChange={(withoutIdNumber) => props.onChange({ withoutIdNumber })}
        />
      </Show>
      <TextField
        optional
        name={nameOf('phone')}
        label={t('member.phone')}
        hint={keeps(props.member.masked.phone)}
        type="tel"
        autocomplete="off"
        width="medium"
        value={props.member.phone}
        onInput={(phone) => props.onChange({ phone })}
        error={props.errorOf(nameOf('phone'))}
      />
      <Show when={isKnown() && props.member.masked.phone !== undefined && props.member.phone === ''}>
        <CheckboxField
          name={nameOf('withoutPhone')}
          label={t('member.without-phone')}
          checked={props.member.withoutPhone}
          onChange={(withoutPhone) => props.onChange({ withoutPhone })}
        />
      </Show>
      <GroupFrame
        field={{
          name: nameOf('categories'),
          label: t('member.categories'),
          optional: true,
          error: props.errorOf(nameOf('categories')),
        }}
      >
        <div class="choices household-choices">
          <For each={householdCategories}>
            {(category, index) => (
              <label class="choice">
                <input
                  type="checkbox"
                  id={index() === 0 ? fieldId(nameOf('categories')) : undefined}
                  checked={props.member.categories.includes(category)}
                  onChange={(event) =>
                    props.onChange({
                      categories: event.currentTarget.checked
                        ? [...props.member.categories, category]
                        : props.member.categories.filter((each) => each !== category),
                    })
                  }
                />
                <span class="choice-text">{t(`category.${category}`)}</span>
              </label>
            )}
          </For>
        </div>
      </GroupFrame>
    </>
  );
};
