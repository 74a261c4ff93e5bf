import { query } from '@solidjs/router';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cultureWords, messageWords, publicWords, venueWords } from '../../web/src/public/public.words.ts';
import { App } from '../../web/src/routes.tsx';
import { json, organisations, problem, serve } from './public.service.ts';
import { speak, teachDialogs } from './support.ts';

teachDialogs();
// A page's own code is read when it is opened, which takes as long as the machine is busy.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 20_000 });

const district = '370402';
const month = '2031-03';
const everyDay = (from: string, to: string): object => ({
  ...{ name: '平时', from: '2026-01-01', holidays: { rule: 'as-week' } },
  week: [1, 2, 3, 4, 5, 6, 7].map(() => [{ from, to }]),
});
const venue = (id: string, name: string, change: object = {}): object => ({
  ...{ venue: id, version: 1, state: 'open', kind: 'culture-centre', name, node: `${district}/370402101` },
  ...{
    address: '永安镇东村1号',
    position: { lat: 34.81, lng: 117.32 },
    capacity: 200,
    facilities: ['library'],
  },
  ...{
    access: ['ramp'],
    bookableRooms: 0,
    timetables: [everyDay('09:00', '17:00')],
    exceptions: [],
    ...change,
  },
});
const closed = (from: string, to: string): object => ({
  ...{
    no: 1,
    kind: 'closed',
    from,
    to,
    reason: '换地板',
    short: false,
    announcedAt: '2026-11-10T02:00:00.000Z',
  },
});
/** Ten in the morning of a Monday, by the service's clock; the browser's own may be wrong. */
const asOf = '2026-11-23T02:00:00.000Z';
const venues = [
  venue('AAAAAAAAAA', '东村文化服务中心'),
  venue('CCCCCCCCCC', '夜读书房', {
    kind: 'city-study',
    timetables: [everyDay('18:00', '24:00')],
    access: [],
  }),
  venue('EEEEEEEEEE', '西村文化服务中心', { exceptions: [closed('2026-11-20', '2026-11-23')] }),
];
const date = (no: number, from: string, title: string, change: object = {}): object => ({
  ...{ session: `HHHHHHHHHH.${no}`, version: 1, activity: 'HHHHHHHHHH', no, state: 'planned', title, from },
  ...{
    category: 'course',
    level: 'village',
    audience: { who: 'everyone' },
    place: '二楼书画室',
    villages: [],
  },
  ...{ organiser: { path: district, name: '文化站' }, node: `${district}/370402101`, to: from },
  ...{ listedAt: asOf, changedAt: asOf, ...change },
});
const dates = [
  date(1, `${month}-03T01:00:00.000Z`, '书法班', { venue: 'AAAAAAAAAA' }),
  date(2, `${month}-03T11:00:00.000Z`, '少儿舞蹈', { audience: { who: 'children' }, offer: 'HHHHHHHHHH' }),
  date(3, `${month}-08T11:00:00.000Z`, '全区汇演', { level: 'district', category: 'performance' }),
  date(4, `${month}-31T16:30:00.000Z`, '下个月的电影', { category: 'film' }),
];
const whatsOn = (rows: readonly object[]) => () => json({ rows, asOf });

const open = (path: string): void => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
};
const heading = (name: string): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name }, { timeout: 8_000 });
const asks = (name: string): string | null => new URLSearchParams(window.location.search).get(name);
const names = (): string[] =>
  screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent ?? '');

beforeEach(async () => {
  window.scrollTo = () => undefined;
  await speak('zh-CN');
  await Promise.all([publicWords, messageWords, cultureWords, venueWords].map((words) => words.load()));
});
afterEach(() => {
  cleanup();
  query.clear();
  vi.unstubAllGlobals();
});

describe('venues', () => {
  beforeEach(() => {
    serve({
      '/api/organisations': organisations,
      [`/api/public/venues?node=${district}`]: () => json({ rows: venues, holidays: [], asOf }),
    });
  });

  it('say whether they are open at the moment of the list, and until or from when', async () => {
    open('/culture/venues');
    const [first, second, third] = await screen.findAllByRole('heading', { level: 3 });
    expect(first?.closest('li')?.textContent).toContain('开放到 17:00');
    expect(second?.closest('li')?.textContent).toContain('今天 18:00 开门');
    // Closed for once today, by an announcement of its own.
    expect(third?.closest('li')?.textContent).toContain('明天 09:00 开门');
    expect(screen.getByText(/3 处，1 处现在开放/)).toBeTruthy();
  });

  it('say the hours of their week in a line, days that are the same together, for whoever prints the list', async () => {
    const week = ['09:00', '09:00', '09:00', '09:00', '', '10:00', '09:00'].map((from) =>
      from === '' ? [] : [{ from, to: '17:00' }],
    );
    serve({
      '/api/organisations': organisations,
      [`/api/public/venues?node=${district}`]: () =>
        json({
          rows: [...venues, venue('FFFFFFFFFF', '南村', { timetables: [{ ...everyDay('', ''), week }] })],
          ...{ holidays: [], asOf },
        }),
    });
    open('/culture/venues');
    expect(await screen.findByText('周一–周四 09:00–17:00；周六 10:00–17:00；周日 09:00–17:00')).toBeTruthy();
    expect(screen.getByText('每天 18:00–24:00')).toBeTruthy();
  });

  it('are found by kind, by part of an address, by what is open and by what a wheelchair can enter', async () => {
    open('/culture/venues?entrance=yes');
    await waitFor(() => expect(names()).toEqual(['东村文化服务中心', '西村文化服务中心']));
    fireEvent.click(screen.getByRole('checkbox', { name: '只看现在开放的' }));
    await waitFor(() => expect(names()).toEqual(['东村文化服务中心']));
    await waitFor(() => expect(asks('open')).toBe('yes'));
    fireEvent.change(screen.getByRole('combobox', { name: '类型' }), { target: { value: 'city-study' } });
    expect(await screen.findByText('没有符合的场馆')).toBeTruthy();
  });

  it('are not listed while the service cannot be asked, and can be asked for again', async () => {
    serve({
      '/api/organisations': organisations,
      [`/api/public/venues?node=${district}`]: () => problem('service.unavailable', 400),
    });
    open('/culture/venues');
    expect(await screen.findByRole('button', { name: /重试|再试/ })).toBeTruthy();
    expect(names()).toEqual([]);
  });
});

describe('a venue', () => {
  it('shows its next seven days with a closure in them, what it announced, and the calendar to subscribe to', async () => {
    serve({
      '/api/public/venues/EEEEEEEEEE': () =>
        json({
          ...venue('EEEEEEEEEE', '西村文化服务中心', { exceptions: [closed('2026-11-25', '2026-11-26')] }),
          ...{ rooms: [], photos: ['aa'.repeat(16)], holidays: [], asOf },
        }),
      '/api/public/venues/EEEEEEEEEE/sessions': whatsOn([date(1, '2026-11-24T11:00:00.000Z', '书法班')]),
    });
    open('/culture/venues/EEEEEEEEEE');
    await heading('西村文化服务中心');
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(8);
    expect(rows[1]).toContain('09:00–17:00');
    expect(rows[3]).toContain('不开放');
    expect(rows[3]).toContain('临时闭馆');
    expect(screen.getByRole('img', { name: '西村文化服务中心的照片，第 1 张' }).getAttribute('src')).toBe(
      `/api/public/venues/EEEEEEEEEE/photos/${'aa'.repeat(16)}`,
    );
    expect(screen.getByText(/闭馆：换地板/).textContent).toContain('11月26日');
    expect(await screen.findByRole('link', { name: '书法班' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '订阅这里的日历' }).getAttribute('href')).toBe(
      `webcal://${window.location.host}/api/public/venues/EEEEEEEEEE/calendar.ics`,
    );
    expect(document.head.querySelector('script[type="application/ld+json"]')?.textContent).toContain(
      'CivicStructure',
    );
    cleanup();
    expect(document.head.querySelector('script[type="application/ld+json"]')).toBeNull();
  });

  it('that there is none of is said in words', async () => {
    serve({ '/api/public/venues/ZZZZZZZZZZ': () => problem('venue.not_found', 404) });
    open('/culture/venues/ZZZZZZZZZZ');
    expect(await screen.findByText('没有这个场馆，可能地址不对。')).toBeTruthy();
  });
});

describe('an activity', () => {
  it('shows its photos on the page and to machines that read it', async () => {
    const photo = 'bb'.repeat(16);
    const address = `/api/public/activities/HHHHHHHHHH/photos/${photo}`;
    serve({
      '/api/public/activities/HHHHHHHHHH': () =>
        json({
          ...{ activity: 'HHHHHHHHHH', version: 3, state: 'published', category: 'course', level: 'village' },
          ...{ title: '书法班', summary: '零基础。', audience: { who: 'everyone' }, villages: [], asOf },
          ...{ organiser: { path: district, name: '文化站' }, node: district, photos: [photo] },
          ...{ enrolment: { per: 'none' }, publishedAt: asOf },
          sessions: [
            {
              ...{ session: 'HHHHHHHHHH.1', no: 1, state: 'planned', place: '二楼书画室' },
              ...{ from: '2026-11-24T11:00:00.000Z', to: '2026-11-24T12:00:00.000Z' },
            },
          ],
        }),
    });
    open('/culture/activities/HHHHHHHHHH');
    await heading('书法班');
    const picture = screen.getByRole('img', { name: '书法班的照片，第 1 张' });
    expect([picture.getAttribute('src'), picture.getAttribute('loading')]).toEqual([address, 'lazy']);
    expect(document.head.querySelector('script[type="application/ld+json"]')?.textContent).toContain(
      `"image":["${window.location.origin}${address}"]`,
    );
  });
});

describe('what is on in a month', () => {
  const asked = `/api/public/whats-on?node=${district}&from=${month}-01&until=${month}-31`;
  beforeEach(() => {
    serve({
      '/api/organisations': organisations,
      [asked]: () => json({ rows: dates.slice(0, 2), next: 'more', asOf }),
      [`${asked}&cursor=more`]: whatsOn(dates.slice(2)),
      [`/api/public/venues?node=${district}`]: () => json({ rows: venues, holidays: [], asOf }),
    });
  });
  const cellOf = (day: string): HTMLElement => {
    const cell = document.querySelector<HTMLElement>(`time[datetime="${day}"]`)?.closest('td');
    if (!cell) throw new Error(`there is no ${day}`);
    return cell;
  };

  it('stands in weeks from Monday to Sunday, each date on its day in the district, page after page', async () => {
    open(`/culture?month=${month}`);
    await screen.findByRole('link', { name: '09:00 书法班' });
    const [table] = screen.getAllByRole('table');
    expect(
      within(table ?? document.body)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日']);
    expect(cellOf(`${month}-03`).textContent).toContain('19:00 少儿舞蹈');
    expect(cellOf(`${month}-08`).textContent).toContain('全区汇演');
    // At 00:30 of the first of April where the district is, whatever the day is by Greenwich.
    expect(cellOf(`${month}-31`).textContent).not.toContain('电影');
  });

  it('shows only what is for somebody, at a level or at a kind of venue, as the address says', async () => {
    open(`/culture?month=${month}&audience=elderly`);
    await screen.findByRole('link', { name: '09:00 书法班' });
    expect(screen.queryByRole('link', { name: /少儿舞蹈/ })).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: '谁主办' }), { target: { value: 'district' } });
    await waitFor(() => expect(screen.queryByRole('link', { name: '09:00 书法班' })).toBeNull());
    expect(screen.getByRole('link', { name: '19:00 全区汇演' })).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '谁主办' }), { target: { value: '' } });
    fireEvent.change(screen.getByRole('combobox', { name: '在什么场馆' }), {
      target: { value: 'culture-centre' },
    });
    await screen.findByRole('link', { name: '09:00 书法班' });
    expect(screen.queryByRole('link', { name: /全区汇演/ })).toBeNull();
    await waitFor(() => expect(asks('place')).toBe('culture-centre'));
  });
});
