import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageSettings } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { GatewaySite } from '../constructs/gateway-site.ts';
import { ServiceApi } from '../constructs/http-api.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { type Ground, serviceFunctions } from '../constructs/service-functions.ts';
import { WebSite } from '../constructs/web-site.ts';

interface ServiceStackProps extends StackProps {
  readonly ground: Ground;
}

/** What people call: the functions of the API, and the site. Thrown away and deployed anew, it loses nothing. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { ground, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const alarms = new Alarms(ground.data.alarmTopic);
    const functions = serviceFunctions(this, ground, alarms, ({ kind }) => kind === 'api');
    this.open(functions, ground.settings, ground.built.siteFolder, alarms);
  }

  private open(
    functions: readonly ServiceFunction[],
    { site, throttle, publicThrottle }: StageSettings,
    siteFolder: string | undefined,
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
