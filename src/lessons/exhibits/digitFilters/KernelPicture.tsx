import { formatFixed } from '../../../i18n/numbers.ts';
import own from './DigitFilters.module.css';
import { isSignKnown } from './digitFilters.ts';

interface KernelPictureProps {
  /** Means and standard deviations of the weights, row by row, [side · side]. */
  readonly mean: readonly number[];
  readonly sigma: readonly number[];
  /** The mean shown in full colour. */
  readonly most: number;
  /** Whether the cells show their numbers. */
  readonly numbers?: boolean;
}

const text = (value: number) => formatFixed(value, 2).replace('-', '−');

/** The weights of a filter, coloured by their means; those whose sign is not known have a dashed outline. */
export function KernelPicture({ mean, sigma, most, numbers = false }: KernelPictureProps) {
  const side = Math.round(Math.sqrt(mean.length));
  return (
    <svg viewBox={`-0.06 -0.06 ${side + 0.12} ${side + 0.12}`} className={own.kernel} aria-hidden={!numbers}>
      {mean.map((value, index) => {
        const spread = sigma[index]!;
        const [x, y] = [index % side, Math.floor(index / side)];
        return (
          <g key={index} transform={`translate(${x} ${y})`}>
            <rect
              x="0.04"
              y="0.04"
              width="0.92"
              height="0.92"
              className={value < 0 ? own.negative : own.positive}
              fillOpacity={Math.min(1, Math.abs(value) / most) * (numbers ? 0.6 : 1)}
              data-known={isSignKnown(value, spread)}
            />
            {numbers && (
              <>
                <text x="0.5" y="0.48">
                  {text(value)}
                </text>
                <text x="0.5" y="0.78" className={own.spread}>
                  ± {text(spread)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
