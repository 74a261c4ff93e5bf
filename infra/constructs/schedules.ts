import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ScheduleEvent, ScheduleRow } from '../../functions/platform/contract/schedule.ts';
import type { ServiceFunction } from './service-function.ts';

/** Minutes after which a call that could not be delivered is given up: the next run catches up anyway. */
const patience = 60;

interface Served {
  readonly row: ScheduleRow;
  readonly group: CfnScheduleGroup;
}

/**
 * The schedules a function serves. Each is in a group of its own, because runs are counted by group: so the
 * absence of one is seen even when others reach the same function.
 */
export class Schedules extends Construct {
  readonly served: readonly Served[];

  constructor(served: ServiceFunction, rows: readonly ScheduleRow[], failed: Queue) {
    super(served, 'Schedules');
    const { lambda } = served;
    // The scheduler hands over and goes; what fails after that is the function's to retry and to give up.
    lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(failed),
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failed.queueArn] }));
    this.served = rows.map((row) => {
      const group = new CfnScheduleGroup(this, `${row.name}-group`);
      const event: ScheduleEvent = { schedule: row.name, scheduledAt: '<aws.scheduler.scheduled-time>' };
      const schedule = new CfnSchedule(this, row.name, {
        description: row.rule.slice(0, 512),
        groupName: group.ref,
        scheduleExpression: row.cron,
        scheduleExpressionTimezone: 'Asia/Shanghai',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: lambda.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify(event),
          deadLetterConfig: { arn: failed.queueArn },
          retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: patience * 60 },
        },
      });
      schedule.node.addDependency(role);
      return { row, group };
    });
  }
}
