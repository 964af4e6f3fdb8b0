import { memo, useLayoutEffect, useRef } from 'react';
import type { ImageShape } from '../../model/datasets/imageTransforms.ts';
import styles from './ImagePlots.module.css';

interface ThumbnailProps {
  readonly image: readonly number[];
  readonly shape: ImageShape;
  /** Side length in multiples of the font size. */
  readonly size: number;
  /** Colour of a pixel value as red, green and blue, 0 to 255; absent: dark ink on light paper. */
  readonly colorOf?: ((value: number) => readonly [number, number, number]) | undefined;
}

/** An image, by default as dark ink on light paper, in both themes. */
export const Thumbnail = memo(function Thumbnail({ image, shape, size, colorOf }: ThumbnailProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { height, width, brightest } = shape;
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const pixels = new Uint8ClampedArray(4 * height * width);
    image.forEach((value, place) => {
      const grey = 255 * (1 - value / brightest);
      pixels.set([...(colorOf?.(value) ?? [grey, grey, grey]), 255], 4 * place);
    });
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [image, height, width, brightest, colorOf]);
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
