import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { contracts, functionRows, schedules } from '../../functions/functions.ts';
import { siteHeaders } from '../../functions/platform/http/site-headers.ts';
import { stages } from '../../infra/config.ts';
import { apiRoutes } from '../../infra/constructs/api-routes.ts';
import { environmentOf } from '../../infra/constructs/service-function.ts';
import { normalised, type Synthesised, synthesisedStage } from './synthesise.ts';

let made: Synthesised;

beforeAll(async () => {
  made = await synthesisedStage('dev');
}, 60_000);

const rows = contracts.flatMap(({ routes }) => Object.values(routes));
const all = (type: string) => [...made.properties('functions', type).values()];

const alarmSchema = v.looseObject({ AlarmDescription: v.string(), AlarmActions: v.array(v.unknown()) });
const alarms = () => all('AWS::CloudWatch::Alarm').map((alarm) => v.parse(alarmSchema, alarm));

describe('functions', () => {
  test('there is one function for each row and no other', () => {
    expect(all('AWS::Lambda::Function')).toHaveLength(functionRows.length);
    const ofBackground = Object.values(made.background.Resources).filter(
      ({ Type }) => Type === 'AWS::Lambda::Function',
    );
    expect(ofBackground).toHaveLength(functionRows.filter(({ trigger }) => trigger.kind !== 'api').length);
  });

  test('a function is told what its schema asks for and nothing else', () => {
    const [reactions] = functionRows.filter(({ name }) => name === 'reactions');
    const [watch] = functionRows.filter(({ name }) => name === 'issues-watch');
    const values = { TABLE_NAME: 'ledger', MASTER_KEY: 'kms:key', PHOTOS: 's3:photos', OTHER: 'x' };
    if (!reactions || !watch) throw new Error('rows are missing');
    expect(environmentOf(reactions, values)).toEqual({
      TABLE_NAME: 'ledger',
      MASTER_KEY: 'kms:key',
      PHOTOS: 's3:photos',
    });
    expect(environmentOf(watch, values)).toEqual({ TABLE_NAME: 'ledger', MASTER_KEY: 'kms:key' });
  });

  test('a variable nobody gives stops the synthesis, naming the function and the variable', () => {
    const environment = v.object({ TABLE_NAME: v.string(), STATION: v.string() });
    expect(() => environmentOf({ name: 'weather', environment }, { TABLE_NAME: 'ledger' })).toThrow(
      /function weather: environment: STATION/,
    );
  });

  test('every log is kept for a year, as the law asks for six months', () => {
    expect(new Set(all('AWS::Logs::LogGroup').map((group) => group['RetentionInDays']))).toEqual(
      new Set([365]),
    );
  });
});

describe('the API', () => {
  test('there are the routes that lead to the contracts, and no other', () => {
    const routes = all('AWS::ApiGatewayV2::Route').map((route) => String(route['RouteKey']));
    expect(routes.sort()).toEqual(
      apiRoutes(contracts)
        .map(({ routeKey }) => routeKey)
        .sort(),
    );
  });

  test('a stack holds 500 resources: there is room for more', () => {
    for (const { Resources } of [made.service, made.background])
      expect(Object.keys(Resources).length).toBeLessThan(470);
  });

  test('what needs no account is throttled tighter than the rest', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage');
    const { throttle, publicThrottle } = stages.dev;
    const tight = {
      ThrottlingRateLimit: publicThrottle.rate,
      ThrottlingBurstLimit: publicThrottle.burst,
    };
    const open = rows.filter(({ mayCall }) => mayCall === 'anyone');
    expect(stage?.['RouteSettings']).toEqual(
      Object.fromEntries(open.map(({ method, path }) => [`${method} ${path}`, tight])),
    );
    expect(stage?.['DefaultRouteSettings']).toMatchObject({
      ThrottlingRateLimit: throttle.rate,
      ThrottlingBurstLimit: throttle.burst,
    });
    expect(publicThrottle.rate).toBeLessThan(throttle.rate);
  });

  test('the access log tells of routes and results, not of who called or what they sent', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage');
    const { Format } = v.parse(v.looseObject({ Format: v.string() }), stage?.['AccessLogSettings']);
    const logged: Record<string, string> = JSON.parse(Format);
    expect(logged).toMatchObject({ route: '$context.routeKey', status: '$context.status' });
    expect(Object.values(logged).join(' ')).not.toMatch(/sourceIp|path|query|body|userAgent|authorizer/i);
  });
});

describe('schedules', () => {
  test('each runs at its time in Shanghai and says which run it is', () => {
    const found = all('AWS::Scheduler::Schedule').map((schedule) =>
      v.parse(
        v.looseObject({
          ScheduleExpression: v.string(),
          ScheduleExpressionTimezone: v.literal('Asia/Shanghai'),
          Target: v.looseObject({ Input: v.string() }),
        }),
        schedule,
      ),
    );
    expect(found.map(({ Target, ...at }) => [at.ScheduleExpression, JSON.parse(Target.Input)])).toEqual(
      schedules.map(({ row }) => [
        row.cron,
        { schedule: row.name, scheduledAt: '<aws.scheduler.scheduled-time>' },
      ]),
    );
  });

  test('each has a dead-letter queue, for what is never delivered and for what fails again and again', () => {
    const queues = made.properties('functions', 'AWS::SQS::Queue');
    const queueOf = (arn: unknown) =>
      v.parse(v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.literal('Arn')]) }), arn)['Fn::GetAtt'][0];
    for (const schedule of all('AWS::Scheduler::Schedule')) {
      const { Target } = v.parse(
        v.looseObject({ Target: v.looseObject({ DeadLetterConfig: v.object({ Arn: v.unknown() }) }) }),
        schedule,
      );
      expect(queues.has(queueOf(Target.DeadLetterConfig.Arn))).toBe(true);
    }
    const invoked = all('AWS::Lambda::EventInvokeConfig').map((config) =>
      v.parse(
        v.looseObject({
          DestinationConfig: v.object({ OnFailure: v.object({ Destination: v.unknown() }) }),
        }),
        config,
      ),
    );
    expect(invoked).toHaveLength(functionRows.filter(({ trigger }) => trigger.kind === 'schedule').length);
    for (const { DestinationConfig } of invoked) {
      expect(queues.has(queueOf(DestinationConfig.OnFailure.Destination))).toBe(true);
    }
  });

  test('a run that did not happen is an alarm that says what breaks for people', () => {
    const missed = all('AWS::CloudWatch::Alarm')
      .filter(({ Namespace }) => Namespace === 'AWS/Scheduler')
      .map((alarm) => v.parse(v.looseObject({ AlarmDescription: v.string() }), alarm));
    expect(missed.map(({ AlarmDescription }) => AlarmDescription)).toEqual(
      schedules.map(({ row }) => `${row.whenItFails} (${row.name} did not run.)`),
    );
    for (const alarm of missed) {
      expect(alarm).toMatchObject({
        TreatMissingData: 'breaching',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
      });
    }
  });
});

test('the stream is followed for states alone, one bad record holds up no other, and what fails for good waits for a person', () => {
  const mappings = all('AWS::Lambda::EventSourceMapping');
  const followers = functionRows.flatMap(({ trigger }) => (trigger.kind === 'stream' ? [trigger.of] : []));
  expect(mappings).toHaveLength(followers.length);
  for (const [index, of] of followers.entries())
    expect(mappings[index]).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 6 * 60 * 60,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT', 'MODIFY'],
              dynamodb: {
                Keys: {
                  SK: { S: ['STATE'] },
                  ...(of === 'every' ? {} : { PK: { S: of.map((kind) => ({ prefix: `${kind}#` })) } }),
                },
              },
            }),
          },
        ],
      },
    });
});

describe('alarms', () => {
  test('every function has one for crashes, one for throttles and one for errors it logs, in words people use', () => {
    for (const { name, whenItFails } of functionRows) {
      const about = alarms().filter(({ AlarmDescription }) =>
        AlarmDescription.startsWith(`${whenItFails} (`),
      );
      const said = about.map(({ AlarmDescription }) => AlarmDescription).join('\n');
      expect(said).toContain(`${name} crashed`);
      expect(said).toContain(`${name} was called more often`);
      expect(said).toContain(`${name} logged an error`);
    }
  });

  test('what follows the stream or the schedule also has one for work that failed for good', () => {
    for (const { name, trigger } of functionRows) {
      const failed = alarms().filter(({ AlarmDescription }) =>
        AlarmDescription.includes(`work of ${name} failed for good`),
      );
      expect(failed).toHaveLength(trigger.kind === 'api' ? 0 : 1);
    }
    expect(alarms().some(({ AlarmDescription }) => AlarmDescription.includes('minutes behind'))).toBe(true);
  });

  test('all of them go to one topic', () => {
    const topics = new Set(alarms().map(({ AlarmActions }) => JSON.stringify(AlarmActions)));
    expect(topics.size).toBe(1);
  });
});

describe('the site', () => {
  test('browsers get the very headers the local host sends', () => {
    const [policy] = all('AWS::CloudFront::ResponseHeadersPolicy');
    const { ResponseHeadersPolicyConfig: config } = v.parse(
      v.object({
        ResponseHeadersPolicyConfig: v.looseObject({
          CustomHeadersConfig: v.object({
            Items: v.array(v.looseObject({ Header: v.string(), Value: v.string() })),
          }),
          SecurityHeadersConfig: v.object({
            ContentSecurityPolicy: v.looseObject({ ContentSecurityPolicy: v.string() }),
            ContentTypeOptions: v.looseObject({}),
            FrameOptions: v.looseObject({ FrameOption: v.string() }),
            ReferrerPolicy: v.looseObject({ ReferrerPolicy: v.string() }),
            StrictTransportSecurity: v.looseObject({
              AccessControlMaxAgeSec: v.number(),
              IncludeSubdomains: v.literal(true),
            }),
          }),
        }),
      }),
      policy,
    );
    const security = config.SecurityHeadersConfig;
    const sent = {
      'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'strict-transport-security': `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
      'x-content-type-options': 'nosniff',
      'x-frame-options': security.FrameOptions.FrameOption,
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
    };
    expect(sent).toEqual(siteHeaders);
  });

  test('no page may run a script or style written into it', () => {
    expect(siteHeaders['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(siteHeaders['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
  });

  test('the API is never cached, and its description is a file of the site', () => {
    const [distribution] = all('AWS::CloudFront::Distribution');
    const noCaching = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    const { DistributionConfig: config } = v.parse(
      v.object({
        DistributionConfig: v.looseObject({
          DefaultCacheBehavior: v.looseObject({ TargetOriginId: v.string() }),
          CacheBehaviors: v.array(v.looseObject({ PathPattern: v.string(), TargetOriginId: v.string() })),
        }),
      }),
      distribution,
    );
    const [description, api] = config.CacheBehaviors;
    expect(description?.PathPattern).toBe('/api/openapi.json');
    expect(description?.TargetOriginId).toBe(config.DefaultCacheBehavior.TargetOriginId);
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      CachePolicyId: noCaching,
      ViewerProtocolPolicy: 'https-only',
    });
  });

  test('the CDN proves itself to the API with the key the API knows it by', () => {
    const [distribution] = all('AWS::CloudFront::Distribution');
    const [stage] = all('AWS::ApiGatewayV2::Stage');
    const key = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] };
    expect(stage?.['StageVariables']).toEqual({ edgeKey: key });
    expect(JSON.stringify(distribution)).toContain(
      JSON.stringify([{ HeaderName: 'edge-key', HeaderValue: key }]),
    );
  });
});

test.each(['service', 'background'] as const)('the %s stack is as it was', async (stack) => {
  for (const [part, text] of normalised(made[stack]))
    await expect(text).toMatchFileSnapshot(`__snapshots__/${stack}-stack/${part}.txt`);
});
