import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { FunctionRow, Trigger } from '../../functions/functions.ts';
import { parseEnv } from '../../functions/platform/runtime/env.ts';
import { acknowledgePhotoWildcards } from '../acknowledged.ts';
import type { Bundle } from '../bundle.ts';
import { photoStatements } from './photo-rights.ts';
import { dataKeyStatement, type LedgerAddress, tableStatements } from './table-rights.ts';

/** What functions stand on in the cloud. */
export interface Foundation {
  readonly table: LedgerAddress;
  readonly photos: Bucket;
  readonly dataKey: IKey;
  readonly masterKey: IKey;
  readonly mailServer: Pick<ISecret, 'secretArn'>;
  /** As the stage's settings have it. */
  readonly mail?: { readonly from: string; readonly siteUrl: string } | undefined;
}

/**
 * Megabytes. Lambda gives processor with memory, a whole one at 1,769: at 1,024 a cold start and the slow hash of
 * a password take about half of what they would at 512, at the same price for the work.
 */
const memory = 1024;

/**
 * How long a run may take. API: a second less than the gateway waits, so that the function's own log says what
 * was slow. Stream: ten times what a batch of 100 takes. Schedule: shorter than the shortest interval, so that a
 * run is over before the next begins.
 */
const timeouts = {
  api: Duration.seconds(29),
  stream: Duration.minutes(2),
  schedule: Duration.minutes(14),
} as const satisfies Readonly<Record<Trigger['kind'], Duration>>;

/**
 * A function's variables, by its own schema: what the schema doesn't know is left out, and what it asks for and
 * is not here stops the synthesis.
 * @throws Error naming the function and each variable that is missing.
 */
export const environmentOf = (
  { name, environment }: Pick<FunctionRow, 'name' | 'environment'>,
  values: Readonly<Record<string, string>>,
): Record<string, string> => {
  try {
    const entries = Object.entries(parseEnv(environment, values));
    return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  } catch (error) {
    throw new Error(`function ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** One Lambda function with a role, a log group and rights of its own, all from its row. */
export class ServiceFunction extends Construct {
  readonly row: FunctionRow;
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly logs: LogGroup;

  constructor(scope: Construct, row: FunctionRow, bundle: Bundle, foundation: Foundation) {
    super(scope, row.name);
    const { table, photos, dataKey, masterKey, mailServer, mail } = foundation;
    this.row = row;
    // The Cybersecurity Law asks for six months at least. The lines hold ids, codes and times, never what was sent.
    this.logs = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_YEAR });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logs.grantWrite(this.role);
    const environment = environmentOf(row, {
      TABLE_NAME: table.name,
      MASTER_KEY: `kms:${masterKey.keyArn}`,
      PHOTOS: `s3:${photos.bucketName}`,
      ...(mail
        ? { SMTP_URL: `secret:${mailServer.secretArn}`, MAIL_FROM: mail.from, SITE_URL: mail.siteUrl }
        : {}),
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      description: row.whenItFails.length > 200 ? row.name : `When it fails: ${row.whenItFails}`,
      runtime: Runtime.NODEJS_24_X,
      // A fifth cheaper for the same work; there is nothing native in a bundle.
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle.folder, { exclude: ['*.map'] }),
      handler: 'index.handler',
      memorySize: memory,
      timeout: timeouts[row.trigger.kind],
      role: this.role,
      logGroup: this.logs,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      environment,
    });
    for (const statement of tableStatements(row, table)) this.role.addToPolicy(statement);
    this.role.addToPolicy(dataKeyStatement(dataKey, 'dynamodb'));
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: [masterKey.keyArn],
      }),
    );
    if ('SMTP_URL' in environment) {
      this.role.addToPolicy(
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: [mailServer.secretArn],
        }),
      );
    }
    if ('PHOTOS' in environment) {
      for (const statement of photoStatements(row, photos)) this.role.addToPolicy(statement);
      this.role.addToPolicy(dataKeyStatement(dataKey, 's3'));
      acknowledgePhotoWildcards(this.role, photos);
    }
  }
}
