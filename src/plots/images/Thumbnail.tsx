import { memo, useLayoutEffect, useRef } from 'react';
import type { ImageShape } from '../../model/datasets/imageTransforms.ts';
import styles from './ImagePlots.module.css';

interface ThumbnailProps {
  readonly image: readonly number[];
  readonly shape: ImageShape;
  /** Side length in multiples of the font size. */
  readonly size: number;
}

/** An image as dark ink on light paper in both themes. */
export const Thumbnail = memo(function Thumbnail({ image, shape, size }: ThumbnailProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { height, width, brightest } = shape;
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const pixels = new Uint8ClampedArray(4 * height * width);
    image.forEach((value, place) => {
      pixels.fill(255 * (1 - value / brightest), 4 * place, 4 * place + 3);
      pixels[4 * place + 3] = 255;
    });
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [image, height, width, brightest]);
  return (
    <canvas
      ref={ref}
      width={width}
      height={height}
      className={styles.image}
      style={{ width: `${size}em`, height: `${size}em` }}
    />
  );
});
