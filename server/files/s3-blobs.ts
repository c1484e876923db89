import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { sha256Schema } from '../../shared/ids/id';
import type { FileSystem } from '../../shared/node/file-system';
import type { BlobStore } from './blob-store';

export interface S3Settings {
  readonly bucket: string;
  /** Empty: Amazon's own. */
  readonly endpoint: string;
  readonly region: string;
}

/** Credentials come from where all programs of this store find them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the machine's role. */
export function openS3Client({ endpoint, region }: S3Settings): S3Client {
  return new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // Trailing checksums are Amazon's own; other stores refuse them. Ours goes along as a header.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/**
 * Files in a bucket under `prefix`. One request puts a file whole, so that there is never half a one, and names its SHA-256 where that
 * is its key (`isOriginal`): a store that checks it takes nothing that was damaged on the way.
 */
export function openS3Blobs(
  client: S3Client,
  bucket: string,
  prefix: string,
  isOriginal: boolean,
  fileSystem: FileSystem,
): BlobStore {
  const at = (sha256: string) => ({ Bucket: bucket, Key: `${prefix}/${sha256.slice(0, 2)}/${sha256}` });
  async function size(sha256: string): Promise<number | null> {
    try {
      return (await client.send(new HeadObjectCommand(at(sha256)))).ContentLength ?? 0;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
      throw error;
    }
  }
  return {
    name: 's3',
    size,
    async read(sha256, from) {
      const range = from > 0 ? { Range: `bytes=${from}-` } : {};
      return (await client.send(new GetObjectCommand({ ...at(sha256), ...range }))).Body as Readable;
    },
    async adopt(path, sha256) {
      if ((await size(sha256)) === null)
        await client.send(
          new PutObjectCommand({
            ...at(sha256),
            Body: createReadStream(path),
            ContentLength: (await fileSystem.stat(path)).size,
            ...(isOriginal && { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') }),
          }),
        );
      await fileSystem.rm(path, { force: true });
    },
    async *list() {
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${prefix}/` });
      for await (const { Contents = [] } of pages)
        yield Contents.flatMap(({ Key = '', Size = 0, LastModified }) => {
          const sha256 = sha256Schema.safeParse(Key.split('/').at(-1));
          return sha256.success
            ? [{ sha256: sha256.data, size: Size, at: LastModified?.getTime() ?? Number.MAX_SAFE_INTEGER }]
            : [];
        });
    },
    async remove(sha256) {
      await client.send(new DeleteObjectCommand(at(sha256)));
    },
  };
}
