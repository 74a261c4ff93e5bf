import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Fact } from '../../ui/facts.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { actWords, fact, lines, moment, Part } from './case-parts.tsx';
import type { RenovationView } from './renovation.queries.ts';
import { renovationCaseWords, renovationWords } from './renovation.words.ts';
import { disabilityWords, itemsWords, Photos } from './renovation-marks.tsx';

const { t } = renovationCaseWords;
const words = renovationWords.t;

/** Who may open the register: as its contract has it, which would bring its schemas along. */
const householdReaders: readonly Role[] = ['visitor', 'lead', 'supervisor', 'inspector', 'admin', 'auditor'];

const personFacts = (view: RenovationView, desk: Desk): readonly (Fact | false)[] => {
  const { applicant, proxy, consent, household } = view;
  return [
    fact(t('person.name'), applicant.name),
    fact(t('person.phone'), applicant.phone),
    fact(t('person.id'), applicant.idNumber),
    fact(t('person.disability'), disabilityWords(applicant)),
    fact(t('person.age'), t('person.age.value', { n: applicant.age })),
    fact(t('person.valid'), formatDate(applicant.validUntil, language())),
    fact(
      t('person.circumstances'),
      view.circumstances.map((each) => words(`circumstance.${each}`)).join(words('items.and')) ||
        t('person.circumstances.none'),
    ),
    fact(t('person.village'), desk.placeOf(view.village)),
    household !== undefined && desk.holds(...householdReaders)
      ? fact(
          t('person.household'),
          <A href={desk.keepNode(`/admin/households/${household}`)}>{t('person.household.open')}</A>,
        )
      : false,
    fact(t('person.proxy'), proxy && `${proxy.name} ${proxy.phone} · ${proxy.relation}`),
    fact(
      t('person.consent'),
      lines(
        t('person.consent.value', { by: words(`by.${consent.by}`), version: consent.version }),
        consent.how === undefined ? undefined : t('case.how', { how: words(`way.${consent.how}`) }),
        moment(consent.at),
      ),
    ),
    fact(
      t('person.registered'),
      view.registeredBy
        ? actWords({ at: view.appliedAt, by: view.registeredBy })
        : `${t('person.online')} · ${moment(view.appliedAt)}`,
    ),
  ];
};

/** Who applies and what for, masked. */
export const PersonParts: Component<{ view: RenovationView }> = (props) => {
  const desk = useDesk();
  return (
    <>
      <Part id="person" title={t('part.person')} facts={personFacts(props.view, desk)}>
        <p class="soft">{t('person.masked')}</p>
      </Part>
      <Part
        id="wants"
        title={t('part.wants')}
        facts={[
          fact(t('wants.items'), itemsWords(props.view.wants)),
          fact(t('wants.need'), props.view.need),
          props.view.photos.length > 0 &&
            fact(
              t('wants.photos'),
              <Photos reference={props.view.reference} ids={props.view.photos} of={t('wants.photos')} />,
            ),
        ]}
      />
      <Part id="papers" title={t('part.papers')} facts={papersFacts(props.view)} />
    </>
  );
};

const papersFacts = ({ papersRequest, reference }: RenovationView): readonly (Fact | false)[] => {
  if (papersRequest === undefined) return [];
  const { papers, by, at, answer } = papersRequest;
  return [
    fact(t('papers.list'), papers.join('\n')),
    fact(t('papers.asked'), actWords({ by, at })),
    fact(t('papers.answer'), answer && lines(answer.text, actWords(answer))),
    answer !== undefined &&
      answer.photos.length > 0 &&
      fact(t('papers.photos'), <Photos reference={reference} ids={answer.photos} of={t('papers.photos')} />),
  ];
};
