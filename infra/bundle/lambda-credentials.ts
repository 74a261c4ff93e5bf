/**
 * Takes the place of the SDK's default credentials in a function's bundle. Lambda hands a function its role's
 * credentials in the environment, and a new environment comes with new ones; profiles, single sign-on, web
 * identity and metadata services are never asked, and with them goes a third of the SDK.
 */
export const defaultProvider =
  () =>
  async (): Promise<{
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  }> => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
      throw new Error('no credentials in the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY');
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    };
  };
