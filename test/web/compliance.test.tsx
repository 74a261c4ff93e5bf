import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { checksContract } from '../../functions/checks/checks.contract.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { retentionContract } from '../../functions/retention/retention.contract.ts';
import { retainedItems } from '../../functions/retention/retention.words.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import {
  openDesk,
  opened,
  problem,
  reference,
  reply,
  session,
  town,
  type,
  useService,
} from './admin.support.tsx';

const service = useService();
const at = '2096-11-23T00:00:00.000Z';

describe('the page of runs', () => {
  const run = { scheduledAt: at, startedAt: at, finishedAt: '2096-11-23T00:00:02.000Z' };
  const { routes } = checksContract;

  it('has what did not run first, with since when, and what each consumed', async () => {
    service().signIn(['admin']);
    service().answer(routes.schedules, () =>
      reply(routes.schedules, {
        schedules: [
          { schedule: 'ledger-noon', cron: 'cron(0 12 * * ? *)', missedSince: '2096-11-22T04:00:00.000Z' },
          {
            ...{
              schedule: 'issue-deadline',
              cron: 'cron(0/15 * * * ? *)',
              nextAt: '2096-11-23T00:15:00.000Z',
            },
            latest: { ...run, examined: 12, found: 3, failed: 0, units: 7.5 },
          },
        ],
        asOf: at,
      }),
    );
    openDesk('/admin/runs');
    const table = await screen.findByRole('table', { name: /没有按时进行的在前/ });
    const [, missed, kept] = within(table).getAllByRole('row');
    expect(missed?.textContent).toContain('应在 2096年11月22日 12:00 进行，没有进行');
    expect(kept?.textContent).toContain('每 15 分钟');
    const cells = within(kept ?? table).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent).slice(3)).toEqual([
      '12',
      '3',
      '—',
      '0',
      '2.0 秒',
      '7.5',
    ]);
  });

  it('says of each run why it let records be, and that it broke off', async () => {
    service().signIn(['admin']);
    service().answer(routes.runs, () =>
      reply(routes.runs, {
        ...{ schedule: 'ledger-noon', cron: 'cron(0 12 * * ? *)', nextAt: at, asOf: at },
        rows: [
          { ...run, examined: 8, found: 1, skipped: { 'not-due': 4 }, failed: 0, units: 3 },
          {
            ...run,
            startedAt: '2096-11-22T04:00:00.000Z',
            examined: 0,
            found: 0,
            failed: 0,
            brokenOff: true,
          },
        ],
      }),
    );
    openDesk('/admin/runs/ledger-noon');
    expect(await screen.findByText('还没有到时候或没有要求：4')).toBeTruthy();
    expect(screen.getByText(/中途停下，不算进行过/)).toBeTruthy();
  });
});

describe('the page of what is kept', () => {
  it('says of each kind how much goes, and of a night that broke off that the next goes on', async () => {
    const { routes } = retentionContract;
    service().signIn(['admin']);
    const night = { startedAt: at, finishedAt: at, examined: 0, found: 0, failed: 0 };
    service().answer(routes.retention, () =>
      reply(routes.retention, {
        ...{
          due: retainedItems.map((item) => ({ item, thisMonth: 2, past: 0 })),
          until: '2096-11-30',
          asOf: at,
        },
        runs: [
          { ...night, brokenOff: true },
          { ...night, examined: 5, found: 5 },
        ],
      }),
    );
    openDesk('/admin/retention');
    const nights = await screen.findByRole('table', { name: '每夜删除了多少' });
    const [, broken, whole] = within(nights).getAllByRole('row');
    expect(broken?.textContent).toContain('中途停下，下一夜接着做');
    expect(
      within(broken ?? nights)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['—', '—', '—']);
    expect(
      within(whole ?? nights)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['5', '5', '0']);
  });
});

describe('a supervision list', () => {
  const { routes } = supervisionContract;
  const list = (change: object = {}) => ({
    ...{
      date: '2096-11-23',
      version: 2,
      state: 'open',
      node: town,
      drawnAt: at,
      dueAt: at,
      provisional: false,
    },
    ...{ found: { overdue: 1 }, seed: 's', population: [], missed: [] },
    items: [
      {
        ...{ issue: reference, reasons: ['overdue'], place: town, may: true, mine: true },
        taken: { by: { id: session.staffId, name: session.name }, at },
        ...change,
      },
    ],
  });

  it('asks whoever looked on the spot for a photo, at its field, and sends it with what was found', async () => {
    service().signIn(['supervisor']);
    service().answer(routes.read, () => reply(routes.read, list(), 2));
    service().answer(routes.entry, ({ body }) =>
      Array.isArray(Object(body).photos) && Object(body).photos.length > 0
        ? reply(routes.entry, list({ may: false }), 3)
        : problem('supervision.photos_needed', 422),
    );
    service().answer(photosContract.routes.upload, () =>
      reply(photosContract.routes.upload, { photoId: 'ab12' }),
    );
    openDesk('/admin/supervision/2096-11-23');
    const dialog = await opened(/填写问题 .* 的核查情况/);
    fireEvent.click(dialog.getByLabelText('现场查看'));
    fireEvent.click(dialog.getByLabelText('真实办结'));
    type('看到了什么', '路灯亮了。');
    const send = () => fireEvent.click(dialog.getByRole('button', { name: '填写核查情况' }));
    send();
    expect((await dialog.findAllByText(/现场查看要有照片/)).length).toBeGreaterThan(0);
    const photo = new File([new Uint8Array(4)], '路灯.jpg', { type: 'image/jpeg' });
    fireEvent.change(dialog.getByLabelText(/现场照片/), { target: { files: [photo] } });
    send();
    await waitFor(() => expect(service().sentBody()).toMatchObject({ way: 'site', photos: ['ab12'] }));
  });

  it('shows what was photographed, each to be opened', async () => {
    service().signIn(['inspector']);
    const entry = {
      by: { id: 'S', name: '李督' },
      at,
      way: 'site',
      verdict: 'partly',
      text: '灯亮了一半。',
      photos: ['ab12'],
    };
    service().answer(routes.read, () => reply(routes.read, list({ may: false, mine: false, entry }), 2));
    openDesk('/admin/supervision/2096-11-23');
    const picture = await screen.findByRole('img', { name: '第 1 张照片' });
    expect(picture.getAttribute('src')).toBe(
      `/api/supervision-lists/2096-11-23/items/${reference}/photos/ab12`,
    );
  });
});
