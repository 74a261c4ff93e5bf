import { A, useNavigate } from '@solidjs/router';
import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { helpRoutes } from '../../../../../functions/services/helps.contract.ts';
import { helpKinds } from '../../../../../functions/services/services.words.ts';
import { call } from '../../../api/client.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { DateField, TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { fenIn } from '../../renovation/money.ts';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import { emptyPerson, type PersonDraft, personBody } from '../person-draft.ts';
import { PersonFields, personLabels, personRefusals } from '../person-fields.tsx';
import { placeOptions } from '../places.ts';
import { showChangedHelp } from './helps.queries.ts';
import { helpsWords } from './helps.words.ts';

const { t } = helpsWords;

const nothing = { kind: '', node: '', institution: '', from: '', until: '', amount: '' };

/** A child, the guardian's two consents, and what it is helped with. */
export const NewHelpPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore<typeof nothing>({ ...nothing, from: today() });
  const [person, setPerson] = createStore({ ...emptyPerson, by: 'guardian' });
  const submission = createSubmission({
    schema: helpRoutes.help.body,
    fields: () => ({
      ...personLabels(),
      ...{ kind: t('field.kind'), node: t('field.node'), institution: t('field.institution') },
      ...{ from: t('field.from'), until: t('field.until'), amount: t('field.amount') },
    }),
    fieldOf: {
      ...personRefusals,
      'service.node_unknown': 'node',
      'access.scope': 'node',
      'service.day_not_possible': 'from',
      'help.not_a_child': 'person',
      'help.open_already': 'person',
    },
    send: (body, key) => call(helpRoutes.help, { body, key }),
    done: ({ body }) => {
      showToast(t('new.done'));
      showChangedHelp(body);
      navigate(desk.keepNode(`/admin/services/helps/${body.help}`));
    },
  });
  const body = () => ({
    node: draft.node || undefined,
    ...personBody(person, today()),
    kind: draft.kind || undefined,
    institution: draft.institution,
    from: draft.from || undefined,
    until: draft.until || undefined,
    amount: fenIn(draft.amount),
  });
  return (
    <div class="stack">
      <p>
        <A href={desk.keepNode('/admin/services/helps')}>{t('back')}</A>
      </p>
      <PageHeader title={t('new')} lead={t('new.lead')} />
      <CommandForm submission={submission} body={body} submitLabel={t('new.submit')}>
        <PersonFields
          draft={person}
          change={(part: Partial<PersonDraft>) => setPerson(part)}
          errorOf={submission.errorOf}
          consents={['guardian']}
        />
        <Fieldset large legend={t('new.help')}>
          <SelectField
            name="kind"
            label={t('field.kind')}
            width="medium"
            options={helpKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={draft.kind}
            onChange={(kind) => setDraft({ kind })}
            error={submission.errorOf('kind')}
          />
          <TextField
            name="institution"
            label={t('field.institution')}
            width="medium"
            value={draft.institution}
            onInput={(institution) => setDraft({ institution })}
            error={submission.errorOf('institution')}
          />
          <SelectField
            name="node"
            label={t('field.node')}
            width="medium"
            options={placeOptions(desk)}
            value={draft.node}
            onChange={(node) => setDraft({ node })}
            error={submission.errorOf('node')}
          />
          <DateField
            name="from"
            label={t('field.from')}
            value={draft.from}
            onInput={(from) => setDraft({ from })}
            error={submission.errorOf('from')}
          />
          <DateField
            name="until"
            label={t('field.until')}
            value={draft.until}
            onInput={(until) => setDraft({ until })}
            error={submission.errorOf('until')}
          />
          <TextField
            name="amount"
            label={t('field.amount')}
            width="short"
            value={draft.amount}
            onInput={(amount) => setDraft({ amount })}
            error={submission.errorOf('amount')}
          />
        </Fieldset>
      </CommandForm>
    </div>
  );
};
