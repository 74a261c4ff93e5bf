import { type Component, For } from 'solid-js';
import { createStore } from 'solid-js/store';
import { limits } from '../../../../../functions/renovation/renovation.words.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { renovationActWords, renovationCaseWords, renovationWords } from '../renovation.words.ts';
import { type ActionProps, RenovationAction } from './renovation-action.tsx';

const { t } = renovationActWords;

/** Of what is needed, what can be built: every item is answered, and by somebody who did not assess it. */
export const FeasibilityAction: Component<ActionProps> = (props) => {
  const needed = () => props.view.assessment?.items.filter((each) => each.needed) ?? [];
  const [answers, setAnswers] = createStore<Record<string, string>>({});
  const [notes, setNotes] = createStore<Record<string, string>>({});
  const fields = (): Record<string, string> =>
    Object.fromEntries([
      ...needed().flatMap(({ item }, index) => [
        [`items.${index}.feasible`, renovationWords.t(`item.${item}`)],
        [`items.${index}.note`, renovationWords.t(`item.${item}`)],
      ]),
      ['note', t('field.note')],
    ]);
  return (
    <RenovationAction
      wide
      view={props.view}
      action="feasibility"
      kind="main"
      intro={t('feasibility.intro')}
      fields={fields()}
      body={() => ({
        items: needed().map(({ item }) => ({
          item,
          feasible: answers[item] === undefined ? undefined : answers[item] === 'yes',
          note: notes[item] || undefined,
        })),
        note: notes['all'] || undefined,
      })}
    >
      {(errorOf) => (
        <>
          <For each={needed()}>
            {({ item, why, measured }, index) => (
              <Fieldset
                legend={renovationWords.t(`item.${item}`)}
                hint={measured === undefined ? why : `${why} · ${measured}`}
              >
                <RadioGroup
                  inline
                  name={`items.${index()}.feasible`}
                  label={t('feasibility.question')}
                  options={(['yes', 'no'] as const).map((value) => ({
                    value,
                    label: renovationCaseWords.t(`feasible.${value}`),
                  }))}
                  value={answers[item]}
                  onChange={(value) => setAnswers(item, value)}
                  error={errorOf(`items.${index()}.feasible`)}
                />
                <TextField
                  optional
                  name={`items.${index()}.note`}
                  label={t('field.note')}
                  value={notes[item]}
                  onInput={(value) => setNotes(item, value)}
                  error={errorOf(`items.${index()}.note`)}
                />
              </Fieldset>
            )}
          </For>
          <TextArea
            optional
            name="note"
            label={t('feasibility.note')}
            limit={limits.reason}
            rows={2}
            value={notes['all']}
            onInput={(value) => setNotes('all', value)}
            error={errorOf('note')}
          />
        </>
      )}
    </RenovationAction>
  );
};
