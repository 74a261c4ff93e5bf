import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledgeMailServer } from '../acknowledged.ts';
import { LedgerTable } from '../constructs/ledger-table.ts';
import { PhotoBucket } from '../constructs/photo-bucket.ts';
import type { LedgerAddress } from '../constructs/table-rights.ts';

interface DataStackProps extends StackProps {
  readonly alarmEmails: readonly string[];
}

/** What cannot be made again. Changes rarely, is deployed apart, and outlives its own stack. */
export class DataStack extends Stack {
  readonly table: LedgerAddress;
  readonly photos: Bucket;
  /** Encrypts table and photos at rest. */
  readonly dataKey: Key;
  /** Wraps the key that personal fields are encrypted with, before they reach the table. */
  readonly masterKey: Key;
  /** What the functions log in to the mail server with; the operator puts it in. */
  readonly mailServer: Secret;
  /** Where every alarm goes: whoever hears them has confirmed that once. */
  readonly alarmTopic: Topic;

  constructor(scope: Construct, id: string, { alarmEmails, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.dataKey = this.key('DataKey', 'Table and photos at rest');
    this.masterKey = this.key('MasterKey', 'Personal fields, encrypted by the functions themselves');
    this.table = new LedgerTable(this, 'Ledger', this.dataKey).address;
    this.photos = new PhotoBucket(this, 'Photos', this.dataKey).bucket;
    this.mailServer = this.secret('MailServer', 'smtps://name:password@host:465 of the mail server');
    acknowledgeMailServer(this.mailServer);
    this.alarmTopic = new Topic(this, 'AlarmTopic', { enforceSSL: true });
    for (const email of alarmEmails) this.alarmTopic.addSubscription(new EmailSubscription(email));
    // As the operator's commands want them in their environment.
    new CfnOutput(this, 'TableName', { value: this.table.name });
    new CfnOutput(this, 'MailServerSecret', { value: this.mailServer.secretArn });
    new CfnOutput(this, 'MasterKeyName', { value: `kms:${this.masterKey.keyArn}` });
  }

  private key(id: string, description: string): Key {
    const key = new Key(this, id, {
      description,
      enableKeyRotation: true,
      // The longest there is: without these keys every backup is noise.
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const resource = key.node.defaultChild;
    if (resource instanceof CfnKey) resource.overrideLogicalId(id);
    return key;
  }

  private secret(id: string, description: string): Secret {
    const secret = new Secret(this, id, { description, removalPolicy: RemovalPolicy.RETAIN });
    const resource = secret.node.defaultChild;
    if (resource instanceof CfnSecret) resource.overrideLogicalId(id);
    return secret;
  }
}
