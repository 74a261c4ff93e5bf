/**
 * Takes the place of the SDK's memory of discovered endpoints and the caches it is made of, 8 kB in every bundle:
 * the table's endpoint is known, so that none is ever discovered and there is nothing to remember.
 */
export class EndpointCache {
  getEndpoint(): undefined {}
  get(): undefined {}
  set(): void {}
}
