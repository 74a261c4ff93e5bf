import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** The site handed out by a function of its own, with rights to nothing but its log. */
export class GatewaySite extends Construct {
  readonly lambda: LambdaFunction;

  /** @param folder the site's function with the site's files beside it. */
  constructor(scope: Construct, id: string, folder: string) {
    super(scope, id);
    const logs = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_YEAR });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: 'When it fails: nobody can open the site.',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(folder, { exclude: ['*.map'] }),
      handler: 'index.handler',
      // Compressing a file is all its work.
      memorySize: 512,
      timeout: Duration.seconds(10),
      role,
      logGroup: logs,
      loggingFormat: LoggingFormat.JSON,
    });
  }
}
