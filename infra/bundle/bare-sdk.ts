import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** What any function on this table would have to bring: our own are measured against it. */
export const handler = (event: { readonly put?: object; readonly get?: object }): Promise<unknown> => {
  const TableName = 'ledger';
  if (event.put) return documents.send(new PutCommand({ TableName, Item: { ...event.put } }));
  if (event.get) return documents.send(new GetCommand({ TableName, Key: { ...event.get } }));
  return Promise.all([
    documents.send(new QueryCommand({ TableName })),
    documents.send(new UpdateCommand({ TableName, Key: {} })),
    documents.send(new TransactWriteCommand({ TransactItems: [] })),
  ]);
};
