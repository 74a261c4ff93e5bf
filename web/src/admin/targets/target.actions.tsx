import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { keepersOf } from '../../../../functions/targets/targets.actions.ts';
import { targetsContract } from '../../../../functions/targets/targets.contract.ts';
import {
  isCountedAt,
  type TargetSubject,
  type TargetUnit,
  targetLimits,
  targetSubjects,
  targetUnits,
  unitFits,
} from '../../../../functions/targets/targets.words.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { wholeIn } from '../figures/whole-number.ts';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { CreateDialog } from '../forms/create-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import { subjectWords, targetWords } from './target-marks.ts';
import { renewTargets, type TargetProgress } from './targets.queries.ts';
import { targetsWords } from './targets.words.ts';

const { t } = targetsWords;
const { routes } = targetsContract;

const subjectIn = (text: string): TargetSubject | undefined => targetSubjects.find((one) => one === text);

export const SetTargetAction: Component<{ node: string; year: string }> = (props) => {
  const desk = useDesk();
  const empty = { subject: '', unit: '', figure: '' };
  const [draft, setDraft] = createStore({ ...empty });
  const units = (): readonly TargetUnit[] => {
    const subject = subjectIn(draft.subject);
    return subject === undefined
      ? []
      : targetUnits.filter((unit) => unitFits(subject, unit) && isCountedAt(unit, props.node));
  };
  /** Those this person sets figures for; of what isn't counted here there is no unit to choose. */
  const subjects = (): readonly TargetSubject[] =>
    targetSubjects.filter(
      (subject) =>
        desk.holds(...keepersOf(subject)) &&
        targetUnits.some((unit) => unitFits(subject, unit) && isCountedAt(unit, props.node)),
    );
  /** The only one there is to choose from is chosen. */
  const unit = (): string => (units().length === 1 ? (units()[0] ?? '') : draft.unit);
  return (
    <CreateDialog
      row={routes.setTarget}
      kind="main"
      label={t('target.set')}
      fields={{ subject: t('target.subject'), unit: t('target.unit'), figure: t('target.figure') }}
      fieldOf={{ 'target.exists': 'subject' }}
      body={() => ({
        ...{ node: props.node, year: Number(props.year), figure: wholeIn(draft.figure) },
        ...{ subject: draft.subject || undefined, unit: unit() || undefined },
      })}
      reset={() => setDraft({ ...empty })}
      done={t('target.set.done')}
      made={() => void renewTargets()}
    >
      {(errorOf) => (
        <>
          <SelectField
            name="subject"
            label={t('target.subject')}
            options={subjects().map((value) => ({ value, label: subjectWords(value) }))}
            value={draft.subject}
            onChange={(subject) => setDraft({ subject, unit: '' })}
            error={errorOf('subject')}
          />
          <SelectField
            name="unit"
            label={t('target.unit')}
            options={units().map((value) => ({ value, label: t(`unit.${value}`) }))}
            value={unit()}
            onChange={(value) => setDraft({ unit: value })}
            error={errorOf('unit')}
          />
          <TextField
            name="figure"
            label={t('target.figure')}
            inputmode="numeric"
            width="short"
            value={draft.figure}
            onInput={(figure) => setDraft({ figure })}
            error={errorOf('figure')}
          />
        </>
      )}
    </CreateDialog>
  );
};

/** Another figure, and why: the plan of a year is not changed in silence. */
export const ChangeTargetAction: Component<{ target: TargetProgress }> = (props) => {
  const [figure, setFigure] = createSignal('');
  const [reason, setReason] = createSignal('');
  const named = (): string => t('target.change.of', { what: targetWords(props.target) });
  return (
    <CommandDialog
      kind="quiet"
      row={routes.targetFigure}
      params={{ target: props.target.target }}
      view={props.target}
      label={t('target.change')}
      title={named()}
      buttonLabel={named()}
      fields={{ figure: t('target.figure'), reason: t('target.reason') }}
      body={() => ({ figure: wholeIn(figure()), reason: reason() })}
      reset={() => {
        setFigure(String(props.target.figure));
        setReason('');
      }}
      done={t('target.change.done')}
      show={() => void renewTargets()}
    >
      {(errorOf) => (
        <>
          <TextField
            name="figure"
            label={t('target.figure')}
            inputmode="numeric"
            width="short"
            value={figure()}
            onInput={setFigure}
            error={errorOf('figure')}
          />
          <TextArea
            name="reason"
            label={t('target.reason')}
            limit={targetLimits.reason}
            value={reason()}
            onInput={setReason}
            error={errorOf('reason')}
          />
        </>
      )}
    </CommandDialog>
  );
};
