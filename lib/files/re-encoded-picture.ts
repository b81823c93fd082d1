import sharp from 'sharp';
import { FileFault } from '@/lib/files/file-fault';

const mostPixels = 50_000_000;

/**
 * The picture drawn anew: turned as its camera said, and without that note, without place, device, thumbnail or anything
 * else that is not the picture. Throws FileFault: broken, too_many_pixels.
 */
export async function reEncodedPicture(type: 'png' | 'jpeg', bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1 });
    const { width, height } = await picture.metadata();
    if (width * height > mostPixels) throw new FileFault('too_many_pixels', `${width} × ${height}`);
    const turned = picture.autoOrient();
    return await (type === 'png'
      ? turned.png({ compressionLevel: 9 })
      : turned.jpeg({ quality: 90, mozjpeg: true })
    ).toBuffer();
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(/pixel limit/i.test(String(error)) ? 'too_many_pixels' : 'broken', String(error));
  }
}
