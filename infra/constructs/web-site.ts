import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { siteHeaders, strictTransportSeconds } from '../../functions/platform/http/site-headers.ts';
import { edgeKeyHeader } from '../../functions/platform/http/source-address.ts';
import type { SiteDomain } from '../config.ts';

/**
 * The app's own addresses (`/report`, `/admin/issues/…`) are no files: its one page answers for them. Done here
 * and not by error pages, which would also take the place of the API's "not found" and "forbidden".
 */
const onePage = `function handler(event) {
  var request = event.request;
  if (!/\\.[A-Za-z][^./]*$/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** A bucket is what its interface says; only the two disagree on whether a field may be there and undefined. */
const isBucket = (bucket: object): bucket is IBucket => bucket instanceof Bucket;

interface WebSiteProps {
  readonly api: HttpApi;
  readonly edgeKey: string;
  readonly domain?: SiteDomain;
}

/** The site behind a CDN, and the API under the same name, so that a page speaks to nobody but its own origin. */
export class WebSite extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { api, edgeKey, domain }: WebSiteProps) {
    super(scope, id);
    this.bucket = this.siteBucket();
    const bucket: object = this.bucket;
    if (!isBucket(bucket)) throw new Error('not a bucket');
    const headers = this.headers();
    const files: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      compress: true,
    };
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(domain ? this.name(domain) : {}),
      defaultBehavior: {
        ...files,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.onePage() }],
      },
      additionalBehaviors: {
        // Made by the build and served like the site's other files.
        '/api/openapi.json': files,
        '/api/*': {
          origin: new HttpOrigin(
            `${api.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`,
            {
              protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
              originSslProtocols: [OriginSslPolicy.TLS_V1_2],
              customHeaders: { [edgeKeyHeader]: edgeKey },
            },
          ),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // The host must be the API's own; everything else the caller sent goes through.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
        },
      },
    });
    this.acknowledge(domain);
  }

  /** Holds nothing that the build can't make again. */
  private siteBucket(): Bucket {
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // A page opened before a deployment still asks for its own files; a month later nobody does.
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Read by the CDN alone, and public in what it holds.',
    });
    return bucket;
  }

  /** What the local host sends, word for word; an answer of the API that brings its own keeps them. */
  private headers(): ResponseHeadersPolicy {
    const override = false;
    const custom = ['permissions-policy', 'cross-origin-opener-policy'] as const;
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: siteHeaders['content-security-policy'],
          override,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(strictTransportSeconds),
          includeSubdomains: true,
          override,
        },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      },
      customHeadersBehavior: {
        customHeaders: custom.map((header) => ({ header, value: siteHeaders[header], override })),
      },
    });
  }

  private onePage(): EdgeFunction {
    return new EdgeFunction(this, 'OnePage', {
      code: FunctionCode.fromInline(onePage),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private name({ name, certificateId }: SiteDomain) {
    const certificateArn = Stack.of(this).formatArn({
      service: 'acm',
      // Where CloudFront looks for certificates, wherever the stack is.
      region: 'us-east-1',
      resource: 'certificate',
      resourceName: certificateId,
    });
    return {
      domainNames: [name],
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    };
  }

  private acknowledge(domain: SiteDomain | undefined): void {
    const at = Validations.of(this.distribution);
    at.acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason: 'Residents who work elsewhere report on their parents’ village; no country is shut out.',
      },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Throttling, proof of work and rate limits stand in the service itself and hold in every partition; a firewall is the operator’s to add.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'The API keeps its own log of every request, without addresses; a CDN log would hold those of residents.',
      },
    );
    if (!domain) {
      at.acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          'A stage without a name of its own uses the CDN’s, whose certificate sets the lowest version.',
      });
    }
  }
}
