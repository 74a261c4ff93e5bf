import { expect, test } from 'vitest';
import { contentSecurityPolicyFor } from '../../functions/platform/http/site-headers.ts';

test('without a map service no picture comes from anywhere else', () => {
  expect(contentSecurityPolicyFor(undefined)).toContain("img-src 'self' blob: data:;");
});

test('pictures of the map service that is named are let in, and nothing else of it', () => {
  const policy = contentSecurityPolicyFor({
    template: 'https://tiles.example.cn/vec/{z}/{x}/{y}.png?key=1',
    attribution: '©',
    maxZoom: 18,
  });
  expect(policy).toContain("img-src 'self' blob: data: https://tiles.example.cn;");
  expect(policy).toContain("connect-src 'self';");
});
