import * as v from 'valibot';

/**
 * What a function is told by its environment. The infrastructure builds its variables from these schemas and
 * the function parses them at cold start; there is no third list.
 */
export const coreEnvironment = v.object({
  TABLE_NAME: v.pipe(v.string(), v.minLength(3)),
  /** `kms:<key arn>` in the cloud, `file:<path>` on one machine. */
  MASTER_KEY: v.pipe(v.string(), v.regex(/^(kms|file):.+$/)),
  /** Set on one machine only, where the table is served by an embedded engine. */
  DYNAMODB_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
});

export const photoEnvironment = v.object({
  ...coreEnvironment.entries,
  /** `s3:<bucket>` in the cloud, `folder:<path>` on one machine. */
  PHOTOS: v.pipe(v.string(), v.regex(/^(s3|folder):.+$/)),
});
