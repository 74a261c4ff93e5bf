import { Aws, Fn, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { edgeKeyVariable } from '../../functions/platform/http/source-address.ts';
import type { SiteDomain, Throttle } from '../config.ts';
import { apiRoutes } from './api-routes.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which route, what came of it, how long it took. No address, body, query or path values: those are people's. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  error: '$context.error.responseType',
  integrationError: '$context.integrationErrorMessage',
} as const;

interface HttpApiProps {
  readonly functions: readonly ServiceFunction[];
  readonly throttle: Throttle;
  readonly publicThrottle: Throttle;
  /** The name the API is reached under directly; none when a CDN stands before it. */
  readonly domain?: SiteDomain;
}

/** In the template's own spelling: the toolkit passes a route's settings on as they are. */
const routeThrottling = ({ rate, burst }: Throttle) => ({
  ThrottlingRateLimit: rate,
  ThrottlingBurstLimit: burst,
});

/** The contracts' routes as an HTTP API. */
export class ServiceApi extends Construct {
  readonly api: HttpApi;
  /**
   * Proves to the functions that a request came through our own CDN: part of the stack's id, unlike any other's,
   * and told to nobody but the two. What it guards is only whose requests a rate limit counts.
   */
  readonly edgeKey = Fn.select(2, Fn.split('/', Aws.STACK_ID));
  private readonly stage: HttpStage;

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    const { functions, throttle, publicThrottle, domain } = props;
    this.api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      // Reached under its own name alone, where it has one.
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const routes = this.serve(functions);
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // By the route they would cost more than everything else; the access log has the same by the route.
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_YEAR }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
    });
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the stage has no resource');
    stage.stageVariables = { [edgeKeyVariable]: this.edgeKey };
    stage.routeSettings = Object.fromEntries(
      routes.filter(({ open }) => open).map(({ routeKey }) => [routeKey, routeThrottling(publicThrottle)]),
    );
    // Settings for a route that is not there yet are refused.
    for (const { route } of routes) this.stage.node.addDependency(route);
    if (domain) this.name(domain);
  }

  /** Everything that no route of the contract is for. */
  fallBackTo(site: IFunction): void {
    const integration = new HttpLambdaIntegration('SiteIntegration', site, { scopePermissionToRoute: false });
    const route = new HttpRoute(this, 'Site', {
      httpApi: this.api,
      routeKey: HttpRouteKey.with('/{file+}', HttpMethod.GET),
      integration,
    });
    const home = new HttpRoute(this, 'Home', {
      httpApi: this.api,
      routeKey: HttpRouteKey.with('/', HttpMethod.GET),
      integration,
    });
    for (const open of [route, home]) {
      Validations.of(open).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The site itself is public; everything it shows is asked for at routes of the contract.',
      });
    }
  }

  private serve(functions: readonly ServiceFunction[]) {
    const served = functions.flatMap(({ row, lambda }) =>
      row.trigger.kind === 'api' ? [{ contract: row.trigger.contract, lambda }] : [],
    );
    const integrations = new Map(
      served.map(({ contract, lambda }) => [
        contract.function,
        // One permission for all routes of a function: one each would outgrow the 20 kB a function's policy may have.
        new HttpLambdaIntegration(`${contract.function}-integration`, lambda, {
          scopePermissionToRoute: false,
        }),
      ]),
    );
    return apiRoutes(served.map(({ contract }) => contract)).map(
      ({ routeKey, method, path, serves, open }) => {
        const integration = integrations.get(serves);
        if (!integration) throw new Error(`function ${serves} is not there`);
        const route = new HttpRoute(this, routeKey, {
          httpApi: this.api,
          routeKey: HttpRouteKey.with(path, HttpMethod[method]),
          integration,
        });
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: open
            ? 'For people without an account; protected by proof of work, rate limits and codes.'
            : 'The function reads the session itself, strongly consistent, so that a revoked one ends at once; every row is tested with every role.',
        });
        return { route, routeKey, open };
      },
    );
  }

  private name({ name, certificateId }: SiteDomain): void {
    const certificateArn = Stack.of(this).formatArn({
      service: 'acm',
      resource: 'certificate',
      resourceName: certificateId,
    });
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName, stage: this.stage });
  }
}
