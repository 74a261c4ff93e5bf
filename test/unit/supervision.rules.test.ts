import { expect, test } from 'vitest';
import { drawRandom } from '../../functions/supervision/supervision.rules.ts';

test('anybody draws the same few again from the seed, whatever the order and however often one is named', () => {
  const population = ['A', 'B', 'C', 'D', 'E', 'F'];
  const drawn = drawRandom('seed', population);
  expect(drawn).toHaveLength(3);
  expect(drawRandom('seed', [...population, 'A'].reverse())).toEqual(drawn);
  expect(drawRandom('another', population)).not.toEqual(drawn);
});
