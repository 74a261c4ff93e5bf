import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import {
  type AssessmentAnswers,
  bodyOf,
  labelsOf,
  noAnswers,
  noItem,
} from '../../web/src/assessment/answers.ts';
import { assessmentWords } from '../../web/src/assessment/assessment.words.ts';
import { AssessmentFields } from '../../web/src/assessment/assessment-fields.tsx';
import { checkedBody, problemsOf } from '../../web/src/field/assessment/check.ts';
import { reasonOf } from '../../web/src/field/assessment/home-words.ts';
import { homesWords } from '../../web/src/field/assessment/homes.words.ts';
import { keptOf } from '../../web/src/field/assessment/kept-of.ts';
import { verdictOf } from '../../web/src/field/assessment/verdict.ts';
import { Versions } from '../../web/src/field/assessment/versions.tsx';
import type { Theirs } from '../../web/src/field/assessment/written.ts';
import { fieldWords } from '../../web/src/field/field.words.ts';
import type { KeptAssessment } from '../../web/src/field/phone/kept.ts';
import { speak } from './support.ts';

beforeEach(async () => {
  await speak('zh-CN');
  await Promise.all([assessmentWords.load(), homesWords.load(), fieldWords.load()]);
});
afterEach(cleanup);

const found: AssessmentAnswers = {
  function: '不能站立',
  home: '平房，蹲坑',
  items: [
    { item: 'toilet', needed: 'yes', why: '无法蹲下', measured: '门宽 68 厘米' },
    { item: 'ramp', needed: 'no', why: '没有台阶', measured: ' ' },
  ],
};

describe('what is written at a home', () => {
  it('goes to the service as its contract wants it, without what was left empty', () => {
    expect(problemsOf(found)).toEqual([]);
    expect(checkedBody(found)).toEqual({
      ...{ function: '不能站立', home: '平房，蹲坑' },
      items: [
        { item: 'toilet', needed: true, why: '无法蹲下', measured: '门宽 68 厘米' },
        { item: 'ramp', needed: false, why: '没有台阶', measured: undefined },
      ],
    });
  });

  it('nothing the service would refuse waits in an outbox: every gap is named with its item', () => {
    const empty = noAnswers(['toilet', 'handrails']);
    const labels = labelsOf(empty);
    expect(problemsOf(empty).map(({ path }) => labels[path])).toEqual([
      '本人能做什么、不能做什么',
      '家里是什么样',
      '厕所改造 · 需要吗',
      '厕所改造 · 理由',
      '扶手 · 需要吗',
      '扶手 · 理由',
    ]);
    expect(checkedBody(empty)).toBeUndefined();
  });

  it('an assessment in which nothing is needed is told at once, as the service would', () => {
    const nothing = found.items.map((item) => ({ ...item, needed: 'no' as const }));
    expect(problemsOf({ ...found, items: nothing })).toMatchObject([{ code: 'renovation.nothing_needed' }]);
  });

  it('an item nobody has decided on is not sent as not needed', () => {
    expect(bodyOf({ ...found, items: [noItem('stove')] }).items).toMatchObject([{ needed: undefined }]);
  });
});

describe('the form', () => {
  const show = (): (() => AssessmentAnswers) => {
    const [answers, setAnswers] = createSignal(noAnswers(['toilet']));
    render(() => (
      <AssessmentFields
        answers={answers()}
        onChange={setAnswers}
        wants={['toilet']}
        errorOf={() => undefined}
      />
    ));
    return answers;
  };

  it('what is typed stays in its field while the next letter comes', () => {
    const answers = show();
    const why = screen.getByLabelText('理由');
    why.focus();
    fireEvent.input(why, { target: { value: '无' } });
    fireEvent.input(why, { target: { value: '无法蹲下' } });
    expect(document.activeElement).toBe(why);
    expect(answers().items).toMatchObject([{ item: 'toilet', why: '无法蹲下' }]);
  });

  it('an item can be added and taken out again, but not one the applicant wants', () => {
    const answers = show();
    expect(screen.queryByRole('button', { name: '去掉“厕所改造”' })).toBeNull();
    fireEvent.change(screen.getByLabelText(/再加一个项目/), { target: { value: 'ramp' } });
    const ramp = screen.getByRole('group', { name: '门口坡道' });
    fireEvent.click(within(ramp).getByLabelText('需要'));
    expect(answers().items).toMatchObject([{ item: 'toilet' }, { item: 'ramp', needed: 'yes' }]);
    fireEvent.click(screen.getByRole('button', { name: '去掉“门口坡道”' }));
    expect(answers().items).toHaveLength(1);
  });
});

describe('what an answer means for an assessment that waits', () => {
  test.each([
    ['the network broke', 0, 'network.unreachable', 'passing'],
    ['the session ended', 401, 'session.required', 'passing'],
    ['the account lost its role', 403, 'access.role', 'passing'],
    ['many send', 429, 'request.too_many', 'passing'],
    ['the service failed', 500, 'service.failed', 'passing'],
    ['somebody changed the application', 412, 'request.stale', 'moved'],
    ['somebody else is named', 403, 'renovation.assessor_other', 'refused'],
    ['it is no longer shown', 404, 'renovation.not_found', 'refused'],
    ['it is assessed already', 409, 'renovation.transition_not_allowed', 'refused'],
    ['something in it is wrong', 400, 'request.invalid', 'refused'],
  ])('%s', (_, status, code, verdict) => {
    expect(verdictOf({ status, code })).toBe(verdict);
  });
});

const theirs: Theirs = {
  ...{ version: 6, state: 'assessed', assessor: undefined, day: undefined, by: '徐德胜', mayAssess: false },
  assessment: {
    function: '能坐起',
    home: '楼房',
    items: [{ item: 'toilet', needed: false, why: '已有坐便器' }],
  },
};

describe('both versions', () => {
  const versions = (): string[] =>
    screen.getAllByRole('heading').map(({ parentElement }) => parentElement?.textContent ?? '');

  it('stand side by side: what was found, and what another has recorded since', () => {
    render(() => <Versions written={{ answers: found }} theirs={theirs} />);
    const [mine = '', other = ''] = versions();
    expect(mine).toContain('需要 · 无法蹲下 · 门宽 68 厘米');
    expect(other).toContain('徐德胜');
    expect(other).toContain('不需要 · 已有坐便器');
  });

  it('in English, where the service no longer shows the other one', async () => {
    await speak('en');
    render(() => <Versions written={{ answers: found }} theirs={undefined} />);
    const [mine = '', other = ''] = versions();
    expect(mine).toContain('Needed · 无法蹲下');
    expect(other).toContain('no longer shown to you');
  });

  it('the reason says whether it was withdrawn, given to another, or done', () => {
    const state = (changed: Partial<Theirs>): Theirs => ({ ...theirs, ...changed });
    expect(reasonOf('request.stale', state({ state: 'withdrawn' }))).toBe('这份申请已经撤回。');
    expect(reasonOf('request.stale', theirs)).toBe('这份申请已经不在等评估。');
    expect(reasonOf('renovation.assessor_other', state({ state: 'reviewed' }))).toBe(
      '这处住房已派给别人评估。',
    );
    expect(reasonOf('renovation.not_found', undefined)).toBe('这处住房不再是您的任务。');
    expect(reasonOf('photo.damaged', theirs)).toContain('照片打不开');
  });
});

describe('what the phone keeps of a home', () => {
  const kept = (changed: Partial<KeptAssessment>): KeptAssessment => ({
    ...{ entryId: 'A.R', staffId: 'A', reference: 'R', phase: 'sent', key: 'k', version: 4 },
    ...{ writtenAt: '2026-11-23T02:00:00.000Z', tries: 1, refusal: undefined, exportedAt: undefined },
    ...{ sentAt: '2026-11-23T02:00:01.000Z', sealed: undefined },
    ...changed,
  });

  it('a home that was sent stays ticked while the list does not know of it yet', () => {
    expect(keptOf([kept({})], 'R', { version: 4 })?.phase).toBe('sent');
  });

  it('a home that is to be assessed anew, after an appeal, begins with an empty form', () => {
    expect(keptOf([kept({})], 'R', { version: 9 })).toBeUndefined();
  });

  it('what waits or was refused is never hidden by a newer list', () => {
    expect(keptOf([kept({ phase: 'refused' })], 'R', { version: 9 })?.phase).toBe('refused');
    expect(keptOf([kept({ phase: 'waiting' })], 'R', undefined)?.phase).toBe('waiting');
  });
});
