import { beforeAll, expect, test } from 'vitest';
import { expiryAttribute, tableIndexes, tableKeys } from '../../functions/platform/ledger/table.ts';
import { PHOTO_PENDING_DAYS } from '../../functions/platform/photos/photo.contract.ts';
import { normalised, type Synthesised, synthesisedStage } from './synthesise.ts';

let made: Synthesised;

beforeAll(async () => {
  made = await synthesisedStage('prod');
}, 60_000);

test('the table is retained, protected, and can be had back as it was at any second', () => {
  const { LedgerTable } = made.data.Resources;
  expect(LedgerTable).toMatchObject({
    Type: 'AWS::DynamoDB::Table',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    },
  });
});

test('the table is the one the code works on: keys, sparse indexes of keys only, expiry and stream', () => {
  const [table] = made.properties('data', 'AWS::DynamoDB::Table').values();
  const keysOf = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
  expect(table).toMatchObject({
    KeySchema: keysOf(tableKeys.partition, tableKeys.sort),
    GlobalSecondaryIndexes: tableIndexes.map(({ name, partition, sort }) => ({
      IndexName: name,
      KeySchema: keysOf(partition, sort),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
    TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  });
});

/** Not a policy, nor the topic of the alarms. */
const holdsData = (type: string): boolean => !/Policy$|^AWS::SNS::/.test(type);

test('what holds data keeps its logical id, for a new one would be a new and empty thing', () => {
  const ids = Object.entries(made.data.Resources)
    .filter(([, { Type }]) => holdsData(Type))
    .map(([id, { Type }]) => `${id} ${Type}`);
  expect(ids.sort()).toEqual([
    'DataKey AWS::KMS::Key',
    'LedgerTable AWS::DynamoDB::Table',
    'MailServer AWS::SecretsManager::Secret',
    'MasterKey AWS::KMS::Key',
    'PhotoBucket AWS::S3::Bucket',
  ]);
});

test('nothing that holds data goes with its stack', () => {
  for (const [id, resource] of Object.entries(made.data.Resources)) {
    if (!holdsData(resource.Type)) continue;
    expect({ id, deletion: resource['DeletionPolicy'], replacing: resource['UpdateReplacePolicy'] }).toEqual({
      id,
      deletion: 'Retain',
      replacing: 'Retain',
    });
  }
});

test('table and photos are encrypted with our own key, and personal fields with another', () => {
  const keys = made.properties('data', 'AWS::KMS::Key');
  expect([...keys.values()].map((key) => key['EnableKeyRotation'])).toEqual([true, true]);
  expect([...keys.values()].map((key) => key['PendingWindowInDays'])).toEqual([30, 30]);
  const ours = { 'Fn::GetAtt': ['DataKey', 'Arn'] };
  const [table] = made.properties('data', 'AWS::DynamoDB::Table').values();
  expect(table?.['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ours });
  const [bucket] = made.properties('data', 'AWS::S3::Bucket').values();
  expect(bucket).toMatchObject({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { KMSMasterKeyID: ours } },
      ],
    },
  });
});

test('no photo is public, and none travels unencrypted', () => {
  const [bucket] = made.properties('data', 'AWS::S3::Bucket').values();
  expect(bucket?.['PublicAccessBlockConfiguration']).toEqual({
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  });
  const [policy] = made.properties('data', 'AWS::S3::BucketPolicy').values();
  expect(policy).toMatchObject({
    PolicyDocument: {
      Statement: [
        { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { Effect: 'Deny', Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
      ],
    },
  });
});

test('a photo no case keeps is gone after its days, and a removed one after the days of regret', () => {
  const [bucket] = made.properties('data', 'AWS::S3::Bucket').values();
  expect(bucket).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: {
      Rules: [
        { Prefix: 'pending/', ExpirationInDays: PHOTO_PENDING_DAYS, Status: 'Enabled' },
        { NoncurrentVersionExpiration: { NoncurrentDays: 30 }, Status: 'Enabled' },
        { ExpiredObjectDeleteMarker: true, Status: 'Enabled' },
      ],
    },
  });
});

test('the data stack is as it was', async () => {
  for (const [part, text] of normalised(made.data))
    await expect(text).toMatchFileSnapshot(`__snapshots__/data-stack/${part}.txt`);
});
