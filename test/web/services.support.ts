import { fireEvent, screen } from '@solidjs/testing-library';
import * as v from 'valibot';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { town } from './admin.support.tsx';

const { routes } = servicesContract;

export const reference = 'WNE79KX6CF';
export const other = 'AFCT46E69A';
export const at = '2096-11-22T02:10:00.000Z';
const officer = { id: 'FAWYHFMWFE', name: '孙桂兰' };

/** What the service could answer with, or the test is wrong. */
const answered = <T>(schema: v.GenericSchema<unknown, T>, body: object): T => v.parse(schema, body);

const masked = {
  person: { name: '王**', number: '3704**********0012', withCertificate: true, phone: '138****0001' },
  consent: { by: 'self', how: 'in-person', version: '2026-11', at, heardBy: officer },
};

export const figures = answered(routes.serviceFigures.response, {
  year: 2096,
  figures: {
    ...{ children: 0, helps: 0, devices: 31, joined: 0, attendances: 0, employments: 0, households: 7 },
    ...{ receipts: 9, served: 0, volunteers: 0, leaflets: 0, works: 0, takings: 0, events: 0 },
  },
  ...{ servedByProgramme: 0, devicesByKind: [], helpsByKind: [], eventsByKind: [] },
  now: { centres: 0, capacity: 0, members: 0, lent: 12 },
  asOf: at,
});

export const stockRow = (change: object = {}): object => ({
  ...{ stock: reference, version: 3, node: town, kind: 'wheelchair', delivered: 20, corrected: 0 },
  ...{ scrapped: 1, last: { at, by: officer, note: '区里配发' }, createdAt: at },
  now: { left: 12, given: 1, lent: 4, repair: 2, lost: 0 },
  ...change,
});

export const stock = (change: object = {}) =>
  answered(routes.readStock.response, { ...stockRow(), mayKeep: true, ...change });

export const loanRow = (change: object = {}): object => ({
  ...{ handout: other, version: 1, state: 'lent', node: town, kind: 'wheelchair', quantity: 1 },
  ...{ name: '王**', number: '3704**********0012', at, until: '2096-11-20', daysLate: 3 },
  ...change,
});

export const loan = (change: object = {}) =>
  answered(routes.readHandout.response, {
    ...{ handout: other, version: 1, state: 'lent', stock: reference, node: town, kind: 'wheelchair' },
    ...{ quantity: 1, ...masked, at, by: officer, until: '2096-11-20', extensions: [], daysLate: 3 },
    ...{ mayKeep: true, mayOpen: true, ...change },
  });

export const batch = (change: object = {}) =>
  answered(routes.readBatch.response, {
    ...{ batch: reference, version: 1, node: town, donor: '爱心超市', goods: '电风扇', unit: 'piece' },
    ...{ quantity: 30, value: 298_000, day: '2096-11-20', createdAt: at, createdBy: officer },
    ...{ left: 12, mayKeep: true, ...change },
  });

export const receiptRow = (change: object = {}): object => ({
  ...{ receipt: other, version: 1, state: 'received', batch: reference, node: town, goods: '电风扇' },
  ...{ unit: 'piece', quantity: 1, name: '王**', number: '3704**********0012', at, ...change },
});

export const receipt = (change: object = {}) =>
  answered(routes.readReceipt.response, {
    ...{ receipt: other, version: 1, state: 'received', batch: reference, node: town, goods: '电风扇' },
    ...{ unit: 'piece', quantity: 1, ...masked, signed: 'signed', at, by: officer },
    ...{ mayKeep: true, mayOpen: true, ...change },
  });

export const centreRow = (change: object = {}): object => ({
  ...{ centre: reference, version: 2, state: 'open', node: town, name: '永安如康家园' },
  ...{ address: '幸福路 9 号', capacity: 15, members: 12, ...change },
});

export const centre = (change: object = {}) =>
  answered(routes.readCentre.response, {
    ...{ ...centreRow(), createdAt: at, mayKeep: true, mayConfigure: true, ...change },
  });

export const memberRow = (change: object = {}): object => ({
  ...{ membership: other, version: 1, state: 'current', name: '王**', number: '3704**********0012' },
  ...{ from: '2096-01-05', employments: 0, ...change },
});

export const membership = (change: object = {}) =>
  answered(routes.readMembership.response, {
    ...{ membership: other, version: 1, state: 'current', centre: reference, node: town, ...masked },
    ...{ from: '2096-01-05', employments: [], createdAt: at, mayKeep: true, mayOpen: true, ...change },
  });

export const attendance = (change: object = {}) =>
  answered(routes.readAttendance.response, {
    ...{ centre: reference, node: town, day: '2096-11-22', version: 1, mayKeep: true, corrections: [] },
    ...{ present: [other], handedIn: { at, by: officer }, ...change },
  });

export const helpRow = (change: object = {}): object => ({
  ...{ help: other, version: 1, state: 'open', node: town, kind: 'speech', name: '李**', age: 8 },
  ...{ number: '3704**********0021', institution: '市康复中心', amount: 600_000 },
  ...{ from: '2096-03-01', until: '2096-11-20', ...change },
});

export const help = (change: object = {}) =>
  answered(routes.readHelp.response, {
    ...{ help: other, version: 1, state: 'open', node: town, kind: 'speech', age: 8 },
    person: {
      ...{ name: '李**', number: '3704**********0021', withCertificate: false },
      guardian: { name: '李**', relation: '父亲', phone: '139****0002' },
    },
    consent: { ...masked.consent, by: 'guardian' },
    ...{ institution: '市康复中心', from: '2096-03-01', until: '2096-11-20', amount: 600_000 },
    ...{ createdAt: at, mayKeep: true, mayOpen: true, ...change },
  });

export const event = (change: object = {}) =>
  answered(routes.recordEvent.response, {
    ...{ event: other, version: 1, state: 'recorded', kind: 'film', node: town, day: '2096-11-20' },
    ...{ title: '光明影院进社区', place: '文化服务中心', served: 26, volunteers: 4, leaflets: 0, works: 0 },
    ...{ takings: 0, by: officer, createdAt: at, ...change },
  });

/** Ticks both consents of a form. */
export const consented = (): void => {
  fireEvent.click(screen.getByLabelText(/同意记下姓名/));
  fireEvent.click(screen.getByLabelText(/另外同意/));
};
