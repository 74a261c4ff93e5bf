import { beforeAll, describe, expect, test } from 'vitest';
import { type FunctionRow, functionRows } from '../../functions/functions.ts';
import { type Synthesised, synthesisedStage } from './synthesise.ts';

let made: Synthesised;

beforeAll(async () => {
  made = await synthesisedStage('dev');
}, 60_000);

const about = (row: FunctionRow, service: string) =>
  made.statements(row).filter(({ actions }) => actions.some((action) => action.startsWith(`${service}:`)));
const actionsOf = (row: FunctionRow, service: string): string[] =>
  about(row, service).flatMap(({ actions }) => actions);
const only = (rights: FunctionRow['rights']) => functionRows.filter((row) => row.rights === rights);

/** Partitions in which a function may do something; undefined when nothing holds it to any. */
const partitionsFor = (row: FunctionRow, action: string): unknown[] | undefined => {
  const allowing = about(row, 'dynamodb').filter(({ actions }) => actions.includes(action));
  const held = allowing.map(({ condition }) =>
    condition['Null']?.['dynamodb:LeadingKeys'] === 'false'
      ? condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']
      : undefined,
  );
  return held.includes(undefined) ? undefined : held.flat();
};

test('no function can scan the table, or do anything to the table itself', () => {
  for (const row of functionRows) {
    const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    const known = [
      'GetItem',
      'BatchGetItem',
      'Query',
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'ConditionCheckItem',
    ];
    const allowed = row.trigger.kind === 'stream' ? [...known, ...stream] : known;
    expect(
      actionsOf(row, 'dynamodb').filter((action) => !allowed.includes(action.slice('dynamodb:'.length))),
    ).toEqual([]);
  }
});

describe.each(only('public').map((row) => [row.name, row] as const))('the public function %s', (_, row) => {
  test('can neither scan nor query an index', () => {
    expect(
      about(row, 'dynamodb').filter(({ resources }) => resources.some((name) => name.includes('/index/'))),
    ).toEqual([]);
    expect(actionsOf(row, 'dynamodb')).not.toContain('dynamodb:Scan');
  });

  test('touches the partitions its row names and no other', () => {
    if (row.rights !== 'public') throw new Error('not public');
    const patterns = (names: readonly string[]) =>
      names.map((name) => (/[#/]$/.test(name) ? `${name}*` : name));
    const { read, list, write, remove } = row.partitions;
    expect(partitionsFor(row, 'dynamodb:GetItem')).toEqual(patterns(read));
    expect(partitionsFor(row, 'dynamodb:BatchGetItem')).toEqual(patterns(read));
    expect(partitionsFor(row, 'dynamodb:Query')).toEqual(patterns(list));
    expect(partitionsFor(row, 'dynamodb:PutItem')).toEqual(patterns(write));
    expect(partitionsFor(row, 'dynamodb:UpdateItem')).toEqual(patterns(write));
    expect(partitionsFor(row, 'dynamodb:DeleteItem')).toEqual(patterns(remove));
  });
});

test('what residents reach can read no staff account, and what staff sign in with can read no issue', () => {
  for (const row of only('public')) {
    const reads = [
      ...(partitionsFor(row, 'dynamodb:GetItem') ?? ['everything']),
      ...(partitionsFor(row, 'dynamodb:Query') ?? ['everything']),
    ];
    expect(reads).not.toContain('everything');
    expect(reads).not.toContain(row.name === 'access-public' ? 'ISSUE#*' : 'STAFF#*');
  }
});

test('no function can remove anything of an issue, an organisation or a calendar; keyed hashes of people and doors only retention', () => {
  const removableBy = (rows: readonly FunctionRow[]): unknown[] => [
    ...new Set(rows.flatMap((row) => partitionsFor(row, 'dynamodb:DeleteItem') ?? ['everything'])),
  ];
  const retention = functionRows.filter(({ name }) => name === 'retention-watch');
  expect(removableBy(retention).sort()).toEqual([
    ...['ADDRESS#*', 'HELPED#*', 'IDNUMBER#*', 'LIST#*', 'MEMBER#*', 'PHONE#*', 'RECEIVED#*'],
  ]);
  expect(removableBy(functionRows.filter((row) => !retention.includes(row))).sort()).toEqual([
    ...['APPLIED#*', 'BOOKED#*', 'DRAFT#*', 'ENROLLED#*', 'FAILED#*', 'LINE#*', 'LIST#*'],
    ...['RANKED#*', 'RENOVATED#*', 'ROOM#*', 'STAFF#*'],
  ]);
});

test('a function uses the data key through the store alone, and the master key to wrap and unwrap', () => {
  for (const row of functionRows) {
    for (const { resources, actions, condition } of about(row, 'kms')) {
      if (resources.some((name) => name.includes('DataKey'))) {
        expect(JSON.stringify(condition)).toMatch(/"kms:ViaService":.*"(dynamodb|s3)\./);
      } else {
        expect(resources.every((name) => name.includes('MasterKey'))).toBe(true);
        expect(actions).toEqual(['kms:GenerateDataKey', 'kms:Decrypt']);
      }
    }
  }
});

test('photos are for functions that are told where they are: residents send and see what is shown, officers look, and what a case keeps only retention removes, which sees none', () => {
  for (const row of functionRows) {
    const objects = about(row, 's3').flatMap(({ actions, resources }) =>
      actions.flatMap((action) =>
        resources.map((name) => `${action} ${/\/(pending|kept|shown)\/\*/.exec(name)?.[1] ?? 'bucket'}`),
      ),
    );
    const looks = ['s3:GetObject pending', 's3:GetObject kept', 's3:ListBucket bucket'];
    const expected: Record<string, string[]> = {
      'photos-public': ['s3:PutObject pending', 's3:GetObject shown', 's3:ListBucket bucket'],
      photos: ['s3:PutObject pending', ...looks],
      'retention-watch': ['s3:DeleteObject pending', 's3:DeleteObject kept'],
      reactions: ['s3:PutObject kept', 's3:PutObject shown', ...looks, 's3:DeleteObject shown'],
    };
    expect(objects).toEqual(expected[row.name] ?? []);
  }
});

test('every role is our own from end to end: no policy of the provider’s making', () => {
  const roles = [...made.properties('functions', 'AWS::IAM::Role').values()];
  expect(roles.filter((role) => 'ManagedPolicyArns' in role)).toEqual([]);
});
