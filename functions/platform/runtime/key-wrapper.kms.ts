import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { KeyWrapper } from './keyring.ts';

/** AWS KMS as the keeper of the master key. */
export const kmsKeyWrapper = (keyId: string): KeyWrapper => {
  const client = new KMSClient({});
  return {
    generate: async () => {
      const { Plaintext, CiphertextBlob } = await client.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256' }),
      );
      if (!Plaintext || !CiphertextBlob) throw new Error('KMS gave no data key');
      return { plain: Plaintext, wrapped: Buffer.from(CiphertextBlob).toString('base64') };
    },
    unwrap: async (wrapped) => {
      const { Plaintext } = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: Buffer.from(wrapped, 'base64') }),
      );
      if (!Plaintext) throw new Error('KMS gave no plain key');
      return Plaintext;
    },
  };
};
