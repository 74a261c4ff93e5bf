import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { functionRows } from '../../functions/functions.ts';
import type { Bundle } from '../bundle.ts';
import type { StageSettings } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { failedQueue } from '../constructs/failed-queue.ts';
import { GatewaySite } from '../constructs/gateway-site.ts';
import { ServiceApi } from '../constructs/http-api.ts';
import { Schedules } from '../constructs/schedules.ts';
import { type Foundation, ServiceFunction } from '../constructs/service-function.ts';
import { followStream } from '../constructs/stream.ts';
import type { LedgerAddress } from '../constructs/table-rights.ts';
import { WebSite } from '../constructs/web-site.ts';

/** What the build made, by function; and the folder of the site's own function, where the stage has one. */
export interface Built {
  readonly functions: ReadonlyMap<string, Bundle>;
  readonly siteFolder?: string;
}

interface ServiceStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly data: Foundation;
  readonly built: Built;
}

/** What can be made again: thrown away and deployed anew, it loses nothing. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, built, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const foundation = { ...data, table: this.tableOf(settings, data.table) };
    const alarms = new Alarms(this, 'Alarms', settings.alarmEmails);
    const functions = functionRows.map((row) => {
      const bundle = built.functions.get(row.name);
      if (!bundle) throw new Error(`function ${row.name} is not built`);
      const served = new ServiceFunction(this, row, bundle, foundation);
      alarms.watchFunction(served);
      return served;
    });
    for (const served of functions) this.trigger(served, foundation.table, alarms);
    this.open(functions, settings, built, alarms);
  }

  /** The data stack's table; after a restore, the one that was restored. */
  private tableOf({ restoredTable }: StageSettings, table: LedgerAddress): LedgerAddress {
    if (!restoredTable) return table;
    const { name, streamLabel } = restoredTable;
    const arn = this.formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
    return { name, arn, streamArn: `${arn}/stream/${streamLabel}` };
  }

  private trigger(served: ServiceFunction, table: LedgerAddress, alarms: Alarms): void {
    const { trigger } = served.row;
    if (trigger.kind === 'api') return;
    const failed = failedQueue(served);
    alarms.watchFailed(served, failed);
    if (trigger.kind === 'stream') {
      followStream(served, trigger.of, table.streamArn, failed);
      alarms.watchStream(served);
    } else {
      alarms.watchRuns(new Schedules(served, trigger.rows, failed));
    }
  }

  private open(
    functions: readonly ServiceFunction[],
    { site, throttle, publicThrottle }: StageSettings,
    { siteFolder }: Built,
    alarms: Alarms,
  ): void {
    const domain = site.kind === 'gateway' ? { domain: site.domain } : {};
    const service = new ServiceApi(this, 'Http', { functions, throttle, publicThrottle, ...domain });
    alarms.watchApi(service.api);
    if (site.kind === 'gateway') {
      if (siteFolder === undefined) throw new Error('the site is not built: run npm run build first');
      service.fallBackTo(new GatewaySite(this, 'Site', siteFolder).lambda);
      return;
    }
    const web = new WebSite(this, 'Site', {
      api: service.api,
      edgeKey: service.edgeKey,
      ...(site.domain ? { domain: site.domain } : {}),
    });
    // For whoever uploads the site after the stack.
    new CfnOutput(this, 'SiteBucketName', { value: web.bucket.bucketName });
    new CfnOutput(this, 'SiteAddress', { value: `https://${web.distribution.distributionDomainName}` });
    new CfnOutput(this, 'DistributionId', { value: web.distribution.distributionId });
  }
}
