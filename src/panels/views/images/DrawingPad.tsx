import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import type { ImageShape } from '../../../model/datasets/imageTransforms.ts';
import buttons from '../../ui/buttons.module.css';
import styles from './Images.module.css';
import { CELLS_PER_PIXEL, imageOfPad, PEN_RADIUS, strokeCells } from './padImage.ts';

interface DrawingPadProps {
  readonly shape: ImageShape;
  /** Called with the drawing as an image whenever it changes. */
  readonly onDraw: (image: number[]) => void;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A pad to draw on with mouse, finger or keys: arrows move the pen, Space lowers or lifts it, Delete clears. */
export function DrawingPad({ shape, onDraw }: DrawingPadProps) {
  const [columns, rows] = [CELLS_PER_PIXEL * shape.width, CELLS_PER_PIXEL * shape.height];
  const canvas = useRef<HTMLCanvasElement>(null);
  const [cells, setCells] = useState(() => new Uint8Array(columns * rows));
  const [pen, setPen] = useState({ at: [columns / 2, rows / 4] as readonly [number, number], down: false });
  const [focused, setFocused] = useState(false);
  const last = useRef<readonly [number, number] | null>(null);

  useEffect(() => onDraw(imageOfPad(cells, shape)), [cells, shape, onDraw]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const pixels = new Uint8ClampedArray(4 * cells.length);
    cells.forEach((inked, cell) => {
      pixels.fill(inked ? 0 : 255, 4 * cell, 4 * cell + 3);
      pixels[4 * cell + 3] = 255;
    });
    context.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  }, [cells, columns, rows]);

  const ink = (from: readonly [number, number], to: readonly [number, number]) =>
    setCells((before) => {
      const after = before.slice();
      for (const cell of strokeCells(from, to, PEN_RADIUS, columns, rows)) after[cell] = 1;
      return after;
    });
  const placeOf = (event: PointerEvent<SVGRectElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * columns,
      ((event.clientY - box.top) / box.height) * rows,
    ];
  };
  const lift = () => {
    last.current = null;
  };
  const clear = () => setCells(new Uint8Array(columns * rows));
  const pressed = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move) {
      const length = event.shiftKey ? CELLS_PER_PIXEL : 1;
      const clamp = (value: number, most: number) => Math.min(Math.max(value, 0.5), most - 0.5);
      const to = [
        clamp(pen.at[0] + length * move[0], columns),
        clamp(pen.at[1] + length * move[1], rows),
      ] as const;
      if (pen.down) ink(pen.at, to);
      setPen({ ...pen, at: to });
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (!pen.down) ink(pen.at, pen.at);
      setPen({ ...pen, down: !pen.down });
    } else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.pad}>
      <div className={styles.paper}>
        <canvas ref={canvas} width={columns} height={rows} />
        {/* Arrow keys move the pen: a screen reader must pass them on. */}
        <svg role="application" aria-label={t('Drawing pad')} viewBox={`0 0 ${columns} ${rows}`}>
          <rect
            role="button"
            tabIndex={0}
            aria-label={
              pen.down
                ? t('Pad: arrow keys move the pen, Space lowers or lifts it, Delete clears. The pen is down.')
                : t('Pad: arrow keys move the pen, Space lowers or lifts it, Delete clears. The pen is up.')
            }
            width={columns}
            height={rows}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              last.current = placeOf(event);
              ink(last.current, last.current);
            }}
            onPointerMove={(event) => {
              if (!last.current) return;
              const to = placeOf(event);
              ink(last.current, to);
              last.current = to;
            }}
            onPointerUp={lift}
            onPointerCancel={lift}
            onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
            onBlur={() => setFocused(false)}
            onKeyDown={pressed}
          />
          {focused && (
            <circle
              cx={pen.at[0]}
              cy={pen.at[1]}
              r={PEN_RADIUS}
              className={styles.pen}
              data-down={pen.down}
            />
          )}
        </svg>
      </div>
      <button type="button" className={buttons.button} onClick={clear}>
        {t('Clear the pad')}
      </button>
    </div>
  );
}
