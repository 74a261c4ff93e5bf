import { crc32, deflateSync } from 'node:zlib';
import * as v from 'valibot';
import { type PhotoId, PhotoIdSchema } from '../../platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../platform/photos/photo-store.ts';

const width = 320;
const height = 240;

type Colour = readonly [red: number, green: number, blue: number];

/** A wall, a floor and a rail along it: what every home of the demo shows, since nobody's real home may be. */
const colourAt = (x: number, y: number): Colour => {
  const isRail = y > 118 && y < 126 && x > 30 && x < 290;
  const isPost = y >= 126 && y < 190 && (Math.abs(x - 60) < 4 || Math.abs(x - 260) < 4);
  if (isRail || isPost) return [150, 110, 70];
  if (y > 190)
    return (Math.floor(x / 40) + Math.floor((y - 190) / 25)) % 2 ? [196, 190, 180] : [206, 201, 192];
  return [236, 232, 222];
};

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A PNG of about a kilobyte, drawn here so that no picture has to be kept with the code. */
const drawn = (): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * (1 + width * 3) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const homePhoto = v.parse(PhotoIdSchema, 'd0'.repeat(16));

/** The picture that stands for every photo of a home; there once it is needed, and kept by the first case with it. */
export const drawPhoto = async (photos: PhotoStore): Promise<PhotoId> => {
  await photos.put(homePhoto, { bytes: drawn(), type: 'image/png' });
  return homePhoto;
};
