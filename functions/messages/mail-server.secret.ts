import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** What a secret holds. @throws Error when it holds nothing yet. */
export const secretText = async (arn: string): Promise<string> => {
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: arn }),
  );
  if (!SecretString) throw new Error('the secret of the mail server is empty');
  return SecretString;
};
