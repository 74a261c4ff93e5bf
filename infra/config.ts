/** Where a certificate for the site's name is kept is the operator's to say; nothing else of an account is. */
export interface SiteDomain {
  readonly name: string;
  /** Id of the certificate in ACM, the last part of its ARN. */
  readonly certificateId: string;
}

/**
 * Who hands out the site.
 *
 * `cdn`: S3 behind CloudFront.
 *
 * `gateway`: a function behind the same API. For the China regions, whose CloudFront has no response headers
 * policies, cache policies, functions or origin access control, no ACM certificates and no default name: the
 * site could neither have its security headers nor its own addresses there. API Gateway takes ACM certificates
 * and wants the same ICP filing, and a district is near its region anyway.
 * Sources: https://docs.amazonaws.cn/en_us/aws/latest/userguide/cloudfront.html and, for what that page leaves
 * out, https://github.com/aws/aws-cdk/issues/31033 and
 * https://github.com/awslabs/aws-solutions-constructs/issues/1050
 */
export type SiteHosting =
  | { readonly kind: 'cdn'; readonly domain?: SiteDomain }
  | { readonly kind: 'gateway'; readonly domain: SiteDomain };

/** Requests per second, and how many may come at once on top of a quiet moment. */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

export interface StageSettings {
  /** The partition follows from it: `cn-` is aws-cn. */
  readonly region: string;
  readonly site: SiteHosting;
  readonly throttle: Throttle;
  /** For each route that needs no account. */
  readonly publicThrottle: Throttle;
  /** Whom mails are from, and where the site they lead to is. Without it, none are sent. */
  readonly mail?: { readonly from: string; readonly siteUrl: string };
  /** Whom the alarms wake; each address has to confirm once. */
  readonly alarmEmails: readonly string[];
  /** After a restore: the functions work on this table instead, and its stream is what projections follow. */
  readonly restoredTable?: { readonly name: string; readonly streamLabel: string };
}

/**
 * `dev` shows a change to ourselves, with invented people only. `prod` keeps what residents say of themselves,
 * and that stays in the country.
 */
export const stages = {
  dev: {
    region: 'ap-southeast-1',
    site: { kind: 'cdn' },
    throttle: { rate: 50, burst: 100 },
    publicThrottle: { rate: 10, burst: 20 },
    alarmEmails: [],
  },
  prod: {
    region: 'cn-north-1',
    site: {
      kind: 'gateway',
      domain: { name: 'huimin.example.cn', certificateId: '00000000-0000-0000-0000-000000000000' },
    },
    // A district has some hundred officers; a page is a handful of requests.
    throttle: { rate: 200, burst: 400 },
    // The minute in which a course opens: 2,000 people with a look at the places and an enrolment each.
    publicThrottle: { rate: 70, burst: 200 },
    mail: { from: 'huimin@huimin.example.cn', siteUrl: 'https://huimin.example.cn' },
    alarmEmails: ['duty@huimin.example.cn'],
  },
} as const satisfies Readonly<Record<string, StageSettings>>;

export type StageName = keyof typeof stages;

/** @throws Error that names the stages there are. */
export const stageNamed = (name: unknown): StageName => {
  if (name === 'dev' || name === 'prod') return name;
  throw new Error(`there is no stage ${String(name)}; choose one of ${Object.keys(stages).join(', ')}`);
};
