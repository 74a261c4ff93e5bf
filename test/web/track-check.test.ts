import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { fieldProblems } from '../../functions/platform/contract/fields.ts';
import { codeFrom, referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { checkPair } from '../../web/src/public/track/track.check.ts';

const { body } = issuesPublicContract.routes.lookUp;

const written = (right: (seed: string) => string) => {
  const whole = fc.string({ minLength: 1 }).map(right);
  return fc.oneof(
    whole,
    whole.map((text) => ` ${text.slice(0, 3)}-${text.slice(3)} `.toLowerCase()),
    whole.map((text) => `${text}${' '.repeat(40)}`),
    whole.map((text) => text.slice(1)),
    fc.string(),
  );
};

it('the form looking an issue up finds the same wrong, and sends the same, as the service would', () => {
  const typed = fc.record({ reference: written(referenceFrom), code: written(codeFrom) });
  fc.assert(
    fc.property(typed, (pair) => {
      const { problems, pair: sent } = checkPair(pair);
      const service = v.safeParse(body, pair);
      expect(problems.map(({ path }) => path)).toEqual(
        service.success ? [] : fieldProblems(service.issues).map(({ path }) => path),
      );
      if (service.success) expect(sent).toEqual(service.output);
    }),
  );
});
