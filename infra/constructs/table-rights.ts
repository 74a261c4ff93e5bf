import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Rights } from '../../functions/functions.ts';
import { tableIndexes } from '../../functions/platform/ledger/table.ts';

/** The table a function works on: the data stack's, or one that was restored. */
export interface LedgerAddress {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string;
}

const write = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'];

/** Where sessions and counted failures are; list entries. Besides what a row names, nothing loses an item, ever. */
const removable = { staff: ['STAFF#', 'FAILED#'], system: ['LIST#'] } as const;

/** `KIND#` is every partition of that kind, `LIST#name/` every list of that name, anything else the one of that name. */
const pattern = (partition: string): string => (/[#/]$/.test(partition) ? `${partition}*` : partition);

/** The actions in these partitions and no other; nothing at all where there is none. */
const within = (
  actions: readonly string[],
  resources: readonly string[],
  partitions: readonly string[],
): PolicyStatement[] =>
  partitions.length === 0
    ? []
    : [
        new PolicyStatement({
          actions: [...actions],
          resources: [...resources],
          conditions: {
            'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map(pattern) },
            // Of a request that names no key, "all values" would hold.
            Null: { 'dynamodb:LeadingKeys': 'false' },
          },
        }),
      ];

/** What a function's role may do to the table. Scan is nobody's, and neither is anything about the table itself. */
export const tableStatements = (row: Rights, { arn }: LedgerAddress): PolicyStatement[] => {
  const items = [arn];
  if (row.rights === 'public') {
    const { partitions } = row;
    return [
      ...within(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], items, partitions.read),
      ...within(['dynamodb:Query'], items, partitions.list),
      ...within(write, items, partitions.write),
      ...within(['dynamodb:DeleteItem'], items, partitions.remove),
    ];
  }
  const indexes = tableIndexes.map(({ name }) => `${arn}/index/${name}`);
  return [
    new PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', ...write],
      resources: items,
    }),
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: [...items, ...indexes] }),
    ...within(['dynamodb:DeleteItem'], items, [...removable[row.rights], ...(row.removes ?? [])]),
  ];
};

/** A service that encrypts with our key asks whether the caller might, too; only through that service. */
export const dataKeyStatement = (key: IKey, service: 'dynamodb' | 's3'): PolicyStatement => {
  const { region, urlSuffix } = Stack.of(key);
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.${urlSuffix}` } },
  });
};
