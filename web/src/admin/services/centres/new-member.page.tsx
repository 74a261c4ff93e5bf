import { A, createAsync, useNavigate, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { centreRoutes } from '../../../../../functions/services/centres.contract.ts';
import { call } from '../../../api/client.ts';
import { Fieldset } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { DateField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import { emptyPerson, type PersonDraft, personBody } from '../person-draft.ts';
import { PersonFields, personLabels, personRefusals } from '../person-fields.tsx';
import { type CentreView, readCentre, renewCentres } from './centres.queries.ts';
import { centresWords } from './centres.words.ts';

const { t } = centresWords;

/** Somebody is taken into a centre that has a place left. */
export const NewMemberPage: Component = () => {
  const params = useParams<{ centre: string }>();
  const view = createAsync(() => readCentre(params.centre));
  return <Show when={view()}>{(known) => <NewMember view={known()} />}</Show>;
};

const NewMember: Component<{ view: CentreView }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [time, setTime] = createStore<{ from: string; until: string }>({ from: today(), until: '' });
  const [person, setPerson] = createStore({ ...emptyPerson });
  const submission = createSubmission({
    schema: centreRoutes.join.body,
    fields: () => ({ ...personLabels(), from: t('field.from'), until: t('field.until') }),
    fieldOf: {
      ...personRefusals,
      'service.day_not_possible': 'from',
      'member.elsewhere': 'person',
    },
    send: (body, key) => call(centreRoutes.join, { params: { centre: props.view.centre }, body, key }),
    done: ({ body }) => {
      showToast(t('join.done'));
      void renewCentres();
      navigate(desk.keepNode(`/admin/services/members/${body.membership}`));
    },
  });
  const body = () => ({
    ...personBody(person, today()),
    from: time.from || undefined,
    until: time.until || undefined,
  });
  return (
    <div class="stack">
      <p>
        <A href={desk.keepNode(`/admin/services/centres/${props.view.centre}`)}>
          {t('centre.back', { name: props.view.name })}
        </A>
      </p>
      <PageHeader title={t('join.title', { name: props.view.name })} />
      <CommandForm submission={submission} body={body} submitLabel={t('join.submit')}>
        <PersonFields
          draft={person}
          change={(part: Partial<PersonDraft>) => setPerson(part)}
          errorOf={submission.errorOf}
        />
        <Fieldset large legend={t('join.time')}>
          <DateField
            name="from"
            label={t('field.from')}
            value={time.from}
            onInput={(from) => setTime({ from })}
            error={submission.errorOf('from')}
          />
          <DateField
            optional
            name="until"
            label={t('field.until')}
            value={time.until}
            onInput={(until) => setTime({ until })}
            error={submission.errorOf('until')}
          />
        </Fieldset>
      </CommandForm>
    </div>
  );
};
