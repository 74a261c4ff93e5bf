import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { stageNamed, stages } from '../../infra/config.ts';
import { synthesise, synthesisedStage } from './synthesise.ts';

const everywhere = [
  ['aws', 'dev'],
  ['aws-cn', 'prod'],
] as const;
const patience = 60_000;

describe.each(everywhere)('in the partition %s', (partition, stage) => {
  test(
    'nothing names another partition',
    async () => {
      const { text } = await synthesisedStage(stage);
      const named = new Set([...text.matchAll(/arn:([\w-]+):/g)].map(([, name]) => name));
      expect([...named].filter((name) => name !== partition)).toEqual([]);
    },
    patience,
  );
});

test(
  'in China the site is handed out by the API under its own name, with a certificate of the region',
  async () => {
    const made = await synthesisedStage('prod');
    const types = new Set(Object.values(made.service.Resources).map(({ Type }) => Type));
    expect([...types].filter((type) => type.startsWith('AWS::CloudFront'))).toEqual([]);
    const routes = [...made.properties('functions', 'AWS::ApiGatewayV2::Route').values()];
    expect(routes.map(({ RouteKey }) => RouteKey)).toEqual(expect.arrayContaining(['GET /', 'GET /{file+}']));
    const [domain] = made.properties('functions', 'AWS::ApiGatewayV2::DomainName').values();
    expect(domain?.['DomainName']).toBe(stages.prod.site.domain.name);
    expect(JSON.stringify(domain)).toContain(`:acm:${stages.prod.region}:`);
    const [api] = made.properties('functions', 'AWS::ApiGatewayV2::Api').values();
    expect(api?.['DisableExecuteApiEndpoint']).toBe(true);
  },
  patience,
);

test(
  'after a restore every function and the stream are on the restored table',
  async () => {
    const restoredTable = { name: 'ledger-restored', streamLabel: '2026-11-23T08:00:00.000' };
    const made = await synthesise('dev', { ...stages.dev, restoredTable });
    const functions = [...made.properties('functions', 'AWS::Lambda::Function').values()];
    for (const { Environment } of functions) {
      expect(Environment).toMatchObject({ Variables: { TABLE_NAME: 'ledger-restored' } });
    }
    const [mapping] = made.properties('functions', 'AWS::Lambda::EventSourceMapping').values();
    expect(JSON.stringify(mapping?.['EventSourceArn'])).toContain(
      'table/ledger-restored/stream/2026-11-23T08:00:00.000',
    );
    expect(JSON.stringify([made.service, made.background])).not.toContain('LedgerTableArn');
  },
  patience,
);

test(
  'the checks are on: a bucket anybody could read ends the synthesis',
  async () => {
    const careless = synthesise('dev', stages.dev, (stack) => {
      new Bucket(stack, 'Careless');
    });
    await expect(careless).rejects.toThrow(/Careless.*AwsSolutions-S10/s);
  },
  patience,
);

test('an unknown stage is answered with those there are', () => {
  expect(() => stageNamed('test')).toThrow('there is no stage test; choose one of dev, prod');
});
