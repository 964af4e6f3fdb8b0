import { pictureAsPng, plotPicture } from '../../plots/frame/plotPicture.ts';
import { plotsOnPage } from './plotsOnPage.ts';

/** Largest picture that embed code carries, in characters of its data URL. */
const MAX_LENGTH = 120_000;

/** The first plot of the page as a data URL for embed code; null if there is none or it is too large. */
export async function posterPicture(): Promise<string | null> {
  const [plot] = plotsOnPage();
  if (!plot) return null;
  const picture = plotPicture(plot.phase, plot.title, plot.words);
  for (const scale of [2, 1]) {
    const url = await asDataUrl(await asWebp(await pictureAsPng(picture, scale)));
    if (url.length <= MAX_LENGTH) return url;
  }
  return null;
}

/** The picture as WebP, a fifth of the size; as it is where the browser writes none. */
async function asWebp(png: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(png);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return new Promise((resolve) => canvas.toBlob((webp) => resolve(webp ?? png), 'image/webp', 0.85));
}

function asDataUrl(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
}
