import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { expiryAttribute, tableIndexes, tableKeys } from '../../functions/platform/ledger/table.ts';
import type { LedgerAddress } from './table-rights.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** The one table, from the facts the code and its tests use too. Whatever happens to the stack, it stays. */
export class LedgerTable extends Construct {
  readonly address: LedgerAddress;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    const table = new Table(this, 'Table', {
      partitionKey: text(tableKeys.partition),
      sortKey: text(tableKeys.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: expiryAttribute,
    });
    for (const { name, partition, sort } of tableIndexes) {
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    const resource = table.node.defaultChild;
    // A new logical id would be a new, empty table.
    if (resource instanceof CfnTable) resource.overrideLogicalId('LedgerTable');
    const { tableName, tableArn, tableStreamArn } = table;
    if (tableStreamArn === undefined) throw new Error('the table has no stream');
    this.address = { name: tableName, arn: tableArn, streamArn: tableStreamArn };
  }
}
