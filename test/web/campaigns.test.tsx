import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { openDesk, problem, reply, town, useService } from './admin.support.tsx';
import {
  area,
  asLead,
  asOf,
  campaign,
  chosenIn,
  counts,
  door,
  doorId,
  officer,
  people,
  person,
  village,
} from './campaigns.support.ts';

const service = useService();
const { routes } = campaignsContract;
const home = `/admin/campaigns/${campaign}`;

describe('coverage', () => {
  const answerWith = (node: string, child: string): void =>
    service().answer(routes.coverage, () =>
      reply(routes.coverage, {
        node,
        total: counts({ assigned: 1001, visited: 999, excluded: 1, planned: 1 }),
        children: [
          { node: child, counts: counts({ assigned: 1001, visited: 999, excluded: 1, planned: 1 }) },
        ],
        asOf,
      }),
    );

  it('stands with what it is of, is never rounded up to all, and whom it lacks is one press away', async () => {
    asLead(service());
    answerWith(town, village);
    openDesk(home);
    const row = (await screen.findByRole('rowheader', { name: '官地村' })).closest('tr');
    if (row === null) throw new Error('no row');
    expect(within(row).getByText('99.9%（999/1,000）')).toBeTruthy();
    const link = within(row).getByRole('link', { name: '官地村：看 1 户未走访名单' });
    expect(link.getAttribute('href')).toBe(`${home}/unvisited?node=${village}`);
    expect(screen.getByText(/截至/)).toBeTruthy();
  });

  it('goes down to the area by its name, whose red list is asked for by its own node', async () => {
    asLead(service());
    answerWith(village, `${village}/${area.toLowerCase()}`);
    openDesk(`${home}?node=${village}`);
    const link = await screen.findByRole('link', { name: '东片：看 1 户未走访名单' });
    service().answer(routes.unvisited, () => reply(routes.unvisited, { rows: [door(1)], asOf }));
    fireEvent.click(link);
    await screen.findByText('幸福里 1 号');
    const asked = service().received.find(({ path }) => path.endsWith('/unvisited'));
    expect(asked?.query.get('node')).toBe(`${village}/${area.toLowerCase()}`);
  });
});

describe('the plan of a village', () => {
  const preview = (change: object = {}) => ({
    ...{ households: 45, toAssign: 45, days: 3, perDay: 10, places: 60 },
    people: [{ ...{ staffId: officer.id, name: officer.name, has: 0, gets: 45 }, perDay: 10 }],
    ...change,
  });
  const open = async (): Promise<void> => {
    asLead(service());
    openDesk(`${home}/plan?node=${village}`);
    await screen.findByRole('heading', { name: '会分成这样' });
  };
  const previews = (): string[][] =>
    service()
      .sent('POST')
      .filter(({ path }) => path.endsWith('/plan-preview'))
      .map(({ body }) => chosenIn(body));

  it('is worked out with everybody first, and anew without whoever is taken out', async () => {
    service().answer(routes.planPreview, () => reply(routes.planPreview, preview()));
    await open();
    await screen.findByRole('button', { name: '就这样分（45 户）' });
    fireEvent.click(screen.getByRole('checkbox', { name: '周雪 参加走访' }));
    await waitFor(() => expect(previews()).toHaveLength(2));
    expect(previews()).toEqual([people.map(({ staffId }) => staffId), [officer.id]]);
  });

  it('that does not fit says by how many, and cannot be carried out', async () => {
    service().answer(routes.planPreview, () => reply(routes.planPreview, preview({ places: 30 })));
    await open();
    expect(await screen.findByText('放不下：还差 15 户')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /就这样分/ })).toBeNull();
  });

  it('goes on until nothing is left, also when another page is opened meanwhile', async () => {
    service().answer(routes.planPreview, () => reply(routes.planPreview, preview()));
    const progress = { village, version: 1, status: 'running' };
    service().answer(routes.plan, () => reply(routes.plan, { ...progress, planned: 40, left: 5 }));
    let letGo: (() => void) | undefined;
    service().answer(
      routes.continuePlan,
      () =>
        new Promise((resolve) => {
          letGo = () =>
            resolve(reply(routes.continuePlan, { ...progress, status: 'done', planned: 5, left: 0 }));
        }),
    );
    await open();
    fireEvent.click(await screen.findByRole('button', { name: '就这样分（45 户）' }));
    expect(await screen.findByText('已分 40 户，还有 5 户')).toBeTruthy();
    service().answer(routes.unvisited, () => reply(routes.unvisited, { rows: [], asOf }));
    fireEvent.click(screen.getByRole('link', { name: '未走访名单' }));
    await screen.findByText('没有未走访的户');
    letGo?.();
    fireEvent.click(screen.getByRole('link', { name: '分户计划' }));
    expect(await screen.findByText('分好了，这次分了 45 户')).toBeTruthy();
  });

  it('names who cannot take part and why', async () => {
    service().answer(routes.planPreview, () =>
      problem('campaign.person_not_active', 422, {
        errors: [{ path: 'people.1', code: 'campaign.person_not_active', n: '', message: '周雪' }],
      }),
    );
    await open();
    expect(await screen.findByText('周雪：账号已停用，不能接户。')).toBeTruthy();
  });
});

describe('handing over', () => {
  it('asks again until nothing is left, and adds up what each was given', async () => {
    asLead(service());
    const rest = [person(officer.id, officer.name, 500), person('YTC6WER5WR', '周雪', 3)];
    service().answer(routes.people, () => reply(routes.people, { people: rest, asOf }));
    const answers = [
      { moved: 400, left: 100 },
      { moved: 100, left: 0 },
    ];
    service().answer(routes.reassignments, () => {
      const next = answers.shift() ?? { moved: 0, left: 0 };
      const to = [{ staffId: 'YTC6WER5WR', name: '周雪', gets: next.moved }];
      return reply(routes.reassignments, { ...next, to });
    });
    openDesk(`${home}/hand-over?node=${village}&from=${officer.id}`);
    fireEvent.click(await screen.findByRole('checkbox', { name: '周雪（还有 3 户）' }));
    fireEvent.click(screen.getByRole('button', { name: '交接' }));
    expect(await screen.findByText('交接了 500 户，没有剩下的')).toBeTruthy();
    expect(screen.getByRole('cell', { name: '500' })).toBeTruthy();
    const keys = service()
      .sent('POST')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('of chosen doors goes on past one that was visited meanwhile, and names it', async () => {
    asLead(service());
    service().answer(routes.unvisited, () =>
      reply(routes.unvisited, { rows: [door(1), door(2), door(3, { status: 'refused' })], asOf }),
    );
    service().answer(routes.day, ({ path }) =>
      path.includes(doorId(1))
        ? problem('campaign.assignment_not_planned', 409)
        : reply(routes.day, { ...door(2), version: 4, tries: [], formerly: [], mayChange: true }, 4),
    );
    openDesk(`${home}/unvisited?node=${village}`);
    fireEvent.click(await screen.findByRole('checkbox', { name: '选中本页待走访的户' }));
    expect(screen.getByText('已选 2 户')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '改派所选的户' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(await within(dialog).findByLabelText('改给谁'), { target: { value: 'YTC6WER5WR' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '改派所选的户' }));
    expect(await within(dialog).findByText('幸福里 1 号：这一户没有在等走访。')).toBeTruthy();
    const sent = service()
      .sent('POST')
      .map(({ path, headers, body }) => [path.split('/').at(-2), headers.get('if-match'), body]);
    const wanted = { assignee: 'YTC6WER5WR', day: '2096-11-24' };
    expect(sent).toEqual([
      [doorId(1), '"3"', wanted],
      [doorId(2), '"3"', wanted],
    ]);
  });
});

describe('one household', () => {
  it('a reason written while a colleague was faster is kept, and sent for what they made of it', async () => {
    asLead(service());
    const whole = { tries: [], formerly: [], mayChange: true };
    service().answer(routes.assignment, () => reply(routes.assignment, { ...door(1), ...whole }, 3));
    const excluded = { by: officer, at: asOf, reason: '常年在外地' };
    service().answer(routes.exclusion, ({ headers }) =>
      headers.get('if-match') === '"3"'
        ? problem('request.stale', 412, { current: { ...door(1), ...whole, version: 7, tried: 1 } })
        : reply(routes.exclusion, { ...door(1), ...whole, version: 8, status: 'excluded', excluded }, 8),
    );
    openDesk(`${home}/households/${doorId(1)}`);
    fireEvent.click(await screen.findByRole('button', { name: '排除这一户' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('排除的原因'), { target: { value: '常年在外地' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '排除这一户' }));
    fireEvent.click(await within(dialog).findByRole('button', { name: '按现在的情况提交' }));
    expect(await screen.findByText(/常年在外地$/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '恢复走访' })).toBeTruthy();
  });
});
