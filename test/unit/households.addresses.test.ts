import { expect, test } from 'vitest';
import { doorOf, nameOfHousehold } from '../../functions/households/addresses.views.ts';

test.each([
  [{ text: '幸福里', building: '3', unit: '2', room: '101' }, '幸福里3号楼2单元101室'],
  [{ text: '幸福里', building: '东楼', room: '101室' }, '幸福里东楼101室'],
  [{ text: '幸福里 3 号楼', building: '3', room: '101' }, '幸福里 3 号楼101室'],
  [{ text: '村西头', building: '' }, '村西头'],
])('the door of %o is %s', (address, door) => {
  expect(doorOf(address)).toBe(door);
});

test('a shop is named by its sign, and then by its door', () => {
  expect(nameOfHousehold({ address: { text: '东街', room: '12号' }, shopName: '王记面馆' })).toBe(
    '王记面馆（东街12号）',
  );
});
