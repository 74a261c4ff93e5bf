import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { runWindow } from './run-window.ts';
import type { Schedules } from './schedules.ts';
import type { ServiceFunction } from './service-function.ts';

interface Watch {
  readonly metric: IMetric;
  /** What breaks for people. */
  readonly people: string;
  /** What was measured, for who goes to look. */
  readonly because: string;
  readonly threshold?: number;
  readonly periods?: number;
}

const five = Duration.minutes(5);

/** Every alarm says first what breaks for people, then what was measured, and goes to one topic. */
export class Alarms {
  private readonly topic: Topic;

  constructor(topic: Topic) {
    this.topic = topic;
  }

  /** Crashes and time-outs, throttles, and what the function itself logged as an error. */
  watchFunction({ row, lambda, logs }: ServiceFunction): void {
    const people = row.whenItFails;
    const logged = new MetricFilter(logs, 'Errors', {
      logGroup: logs,
      metricNamespace: lambda.stack.stackName,
      metricName: `${row.name}-errors`,
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.level', '=', 'error'),
        FilterPattern.stringValue('$.level', '=', 'ERROR'),
      ),
      defaultValue: 0,
    });
    this.above(lambda, 'ErrorsAlarm', {
      metric: lambda.metricErrors({ period: five, statistic: 'Sum' }),
      people,
      because: `${row.name} crashed or ran out of time`,
    });
    this.above(lambda, 'ThrottlesAlarm', {
      metric: lambda.metricThrottles({ period: five, statistic: 'Sum' }),
      people,
      because: `${row.name} was called more often than the account allows`,
    });
    this.above(lambda, 'LoggedErrorsAlarm', {
      metric: logged.metric({ period: five, statistic: 'Sum' }),
      people,
      because: `${row.name} logged an error`,
    });
  }

  watchFailed({ row, lambda }: ServiceFunction, failed: Queue): void {
    this.above(lambda, 'FailedAlarm', {
      metric: failed.metricApproximateNumberOfMessagesVisible({ period: five, statistic: 'Maximum' }),
      people: row.whenItFails,
      because: `work of ${row.name} failed for good and waits in its dead-letter queue`,
    });
  }

  watchStream({ row, lambda }: ServiceFunction): void {
    this.above(lambda, 'LateAlarm', {
      metric: lambda.metric('IteratorAge', { period: five, statistic: 'Maximum' }),
      people: row.whenItFails,
      because: `${row.name} is more than five minutes behind`,
      threshold: five.toMilliseconds(),
    });
  }

  /** A run that did not happen is a finding: no invocation in the window counts like a failed one. */
  watchRuns(schedules: Schedules): void {
    for (const { row, group } of schedules.served) {
      const { seconds, periods } = runWindow(row);
      const metric = new Metric({
        namespace: 'AWS/Scheduler',
        metricName: 'InvocationAttemptCount',
        dimensionsMap: { ScheduleGroup: group.ref },
        period: Duration.seconds(seconds),
        statistic: 'Sum',
      });
      const alarm = new Alarm(schedules, `${row.name}-missed`, {
        metric,
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: TreatMissingData.BREACHING,
        alarmDescription: `${row.whenItFails} (${row.name} did not run.)`,
      });
      this.tell(alarm);
    }
  }

  /** More than one answer in a hundred failed on our side, for ten minutes. */
  watchApi(api: HttpApi): void {
    const options = { period: five, statistic: 'Sum' } as const;
    this.above(api, 'FailingAlarm', {
      metric: new MathExpression({
        expression: 'IF(requests > 0, 100 * failures / requests, 0)',
        usingMetrics: { failures: api.metricServerError(options), requests: api.metricCount(options) },
        period: five,
      }),
      people: 'Residents and officers get an error instead of an answer.',
      because: 'more than 1 % of requests were answered with 5xx',
      threshold: 1,
      periods: 2,
    });
  }

  private above(
    scope: Construct,
    id: string,
    { metric, people, because, threshold = 0, periods = 1 }: Watch,
  ): void {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${people} (${because}.)`,
    });
    this.tell(alarm);
  }

  private tell(alarm: Alarm): void {
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
