import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Stage variable of the API and, in lower case, header of the CDN that carry the same key. */
export const edgeKeyVariable = 'edgeKey';
export const edgeKeyHeader = 'edge-key';

/**
 * Address a request came from. Behind a CDN whoever connects is the CDN, and all of a district would share its
 * few addresses; so the CDN's word is taken for it, but only from our own, which shows the key of this
 * deployment. Anybody else can write what they like into these headers and counts by the address they have.
 */
export const sourceAddress = ({
  headers,
  stageVariables,
  requestContext,
}: Pick<APIGatewayProxyEventV2, 'headers' | 'stageVariables' | 'requestContext'>): string => {
  const peer = requestContext.http.sourceIp;
  const key = stageVariables?.[edgeKeyVariable];
  if (!key || headers[edgeKeyHeader] !== key) return peer;
  const hops = (headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  // The gateway adds whom it heard from, the CDN; before it stands whom the CDN heard from.
  if (hops.at(-1) === peer) hops.pop();
  return hops.at(-1) || peer;
};
