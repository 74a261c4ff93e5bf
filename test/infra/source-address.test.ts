import { expect, test } from 'vitest';
import { sourceAddress } from '../../functions/platform/http/source-address.ts';

const resident = '203.0.113.7';
const cdn = '198.51.100.20';

const request = (
  from: string,
  headers: Readonly<Record<string, string>>,
  stageVariables?: Record<string, string>,
): Parameters<typeof sourceAddress>[0] => {
  const requestContext = {
    accountId: '',
    apiId: '',
    domainName: '',
    domainPrefix: '',
    http: { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: from, userAgent: '' },
    requestId: '',
    routeKey: '',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  };
  return { headers, requestContext, ...(stageVariables ? { stageVariables } : {}) };
};

test('without a CDN in front, the address is that of who connects, whatever the headers say', () => {
  expect(sourceAddress(request(resident, { 'x-forwarded-for': '192.0.2.1' }))).toBe(resident);
});

test.each([
  ['the gateway added the CDN', `${resident}, ${cdn}`],
  ['the gateway added nothing', resident],
  ['the caller made up an earlier hop', `192.0.2.1, ${resident}, ${cdn}`],
])('behind our CDN it is that of who connects to the CDN: %s', (_, forwarded) => {
  const headers = { 'edge-key': 'k', 'x-forwarded-for': forwarded };
  expect(sourceAddress(request(cdn, headers, { edgeKey: 'k' }))).toBe(resident);
});

test.each([
  ['no key', {}],
  ['a wrong key', { 'edge-key': 'guess' }],
  ['an empty key', { 'edge-key': '' }],
])('who goes round the CDN with %s can’t pass for somebody else', (_, key) => {
  const headers = { ...key, 'x-forwarded-for': `192.0.2.1, ${resident}` };
  expect(sourceAddress(request(resident, headers, { edgeKey: 'k' }))).toBe(resident);
});
