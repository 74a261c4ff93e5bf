import { A, createAsync, useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { centreRoutes } from '../../../../../functions/services/centres.contract.ts';
import { limits } from '../../../../../functions/services/services.words.ts';
import { call } from '../../../api/client.ts';
import { formatDate, formatMoment, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxField } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { DateField, TextArea } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import {
  type AttendanceView,
  type CentreView,
  type MemberRow,
  readAllMembers,
  readAttendance,
  readCentre,
  renewCentres,
} from './centres.queries.ts';
import { centresWords } from './centres.words.ts';

const { t } = centresWords;

/** Who came on a day: handed in by ticking, or, where it was, looked at and corrected. */
export const AttendancePage: Component = () => {
  const params = useParams<{ centre: string }>();
  const desk = useDesk();
  const [search] = useSearchParams();
  const known = createAsync(async () => {
    // Asked for before anything is waited for: what is read after that is not followed.
    const day = search['day'];
    const [centre, members, attendance] = await Promise.all([
      readCentre(params.centre),
      readAllMembers(params.centre),
      typeof day === 'string' ? readAttendance(params.centre, day) : undefined,
    ]);
    return { centre, members, attendance };
  });
  return (
    <Show when={known()}>
      {(all) => (
        <div class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/services/centres/${params.centre}?list=days`)}>
              {t('centre.back', { name: all().centre.name })}
            </A>
          </p>
          <Show when={all().attendance} fallback={<HandIn centre={all().centre} members={all().members} />}>
            {(attendance) => (
              <HandedIn centre={all().centre} members={all().members} attendance={attendance()} />
            )}
          </Show>
        </div>
      )}
    </Show>
  );
};

interface WhoProps {
  members: readonly MemberRow[];
  present: ReadonlySet<string>;
  change: (present: ReadonlySet<string>) => void;
}

/** Every member with a box to tick, all or none of them in one press. */
const Who: Component<WhoProps> = (props) => {
  const tick = (membership: string, isThere: boolean): void => {
    const next = new Set(props.present);
    if (isThere) next.add(membership);
    else next.delete(membership);
    props.change(next);
  };
  return (
    <Fieldset legend={t('attendance.who', { n: formatNumber(props.present.size, language()) })}>
      <div class="row">
        <Button onPress={() => props.change(new Set(props.members.map(({ membership }) => membership)))}>
          {t('attendance.all')}
        </Button>
        <Button kind="quiet" onPress={() => props.change(new Set())}>
          {t('attendance.nobody')}
        </Button>
      </div>
      <For each={props.members}>
        {({ membership, name, number }) => (
          <CheckboxField
            name={`present-${membership}`}
            label={`${name} ${number}`}
            checked={props.present.has(membership)}
            onChange={(isThere) => tick(membership, isThere)}
          />
        )}
      </For>
    </Fieldset>
  );
};

interface OfCentre {
  centre: CentreView;
  members: readonly MemberRow[];
}

const HandIn: Component<OfCentre> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [day, setDay] = createSignal<string>(today());
  const [present, setPresent] = createSignal<ReadonlySet<string>>(new Set());
  const row = centreRoutes.handInAttendance;
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ day: t('attendance.day') }),
    fieldOf: { 'service.day_not_possible': 'day', 'attendance.exists': 'day' },
    send: (body, key) => call(row, { params: { centre: props.centre.centre }, body, key }),
    done: ({ body }) => {
      showToast(t('attendance.done'));
      void renewCentres();
      // The day itself, as it stands: the list of days follows a moment later.
      navigate(desk.keepNode(`/admin/services/centres/${props.centre.centre}/attendance?day=${body.day}`));
    },
  });
  return (
    <>
      <PageHeader title={t('attendance.title', { name: props.centre.name })} lead={t('attendance.lead')} />
      <CommandForm
        submission={submission}
        body={() => ({ day: day() || undefined, present: [...present()] })}
        submitLabel={t('attendance.submit')}
      >
        <DateField
          name="day"
          label={t('attendance.day')}
          max={today()}
          value={day()}
          onInput={setDay}
          error={submission.errorOf('day')}
        />
        <Who members={props.members} present={present()} change={setPresent} />
      </CommandForm>
    </>
  );
};

const HandedIn: Component<OfCentre & { attendance: AttendanceView }> = (props) => {
  const there = (): readonly MemberRow[] =>
    props.members.filter(({ membership }) => props.attendance.present.includes(membership));
  const gone = (): number => props.attendance.present.length - there().length;
  const [reason, setReason] = createSignal('');
  const [present, setPresent] = createSignal<ReadonlySet<string>>(new Set());
  return (
    <>
      <PageHeader
        title={t('attendance.on', { day: formatDate(props.attendance.day, language()) })}
        lead={t('attendance.handed-in', {
          when: formatMoment(props.attendance.handedIn.at, language()),
          name: props.attendance.handedIn.by.name,
        })}
        actions={
          <Show when={props.attendance.mayKeep}>
            <CommandDialog
              row={centreRoutes.correctAttendance}
              params={{ centre: props.centre.centre, day: props.attendance.day }}
              view={props.attendance}
              label={t('correct')}
              wide
              fields={{ reason: t('field.reason') }}
              // Who has left since stays as they were handed in.
              body={() => ({
                present: [
                  ...present(),
                  ...props.attendance.present.filter(
                    (id) => !props.members.some(({ membership }) => membership === id),
                  ),
                ],
                reason: reason(),
              })}
              reset={() => {
                setReason('');
                setPresent(new Set(there().map(({ membership }) => membership)));
              }}
              done={t('correct.done')}
              show={() => void renewCentres()}
            >
              {(errorOf) => (
                <>
                  <Who members={props.members} present={present()} change={setPresent} />
                  <TextArea
                    name="reason"
                    label={t('field.reason')}
                    limit={limits.reason}
                    value={reason()}
                    onInput={setReason}
                    error={errorOf('reason')}
                  />
                </>
              )}
            </CommandDialog>
          </Show>
        }
      />
      <ul class="plain-list">
        <For each={there()}>{({ name, number }) => <li>{`${name} ${number}`}</li>}</For>
        <Show when={gone() > 0}>
          <li>{t('attendance.gone', { n: formatNumber(gone(), language()) })}</li>
        </Show>
      </ul>
    </>
  );
};
