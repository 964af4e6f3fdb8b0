import styles from './Exchange.module.css';

/** A head and shoulders. */
export function Person() {
  return (
    <svg className={styles.person} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="12" r="8" />
      <path d="M4,39c0,-22 32,-22 32,0z" />
    </svg>
  );
}

/** Pixels along a side of the picture. */
const SIDE = 4;

/** A picture of 4 × 4 pixels, one bit each; as many are marked as there are bits in the message, the last one in part. */
export function Picture({ marked }: { readonly marked: number }) {
  return (
    <svg className={styles.picture} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
      {Array.from({ length: SIDE * SIDE }, (_, pixel) => {
        const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
        const share = Math.min(1, Math.max(0, marked - pixel));
        return (
          <g key={pixel}>
            <rect className={styles.pixel} x={x + 0.06} y={y + 0.06} width={0.88} height={0.88} />
            <rect className={styles.marked} x={x + 0.06} y={y + 0.06} width={0.88 * share} height={0.88} />
          </g>
        );
      })}
    </svg>
  );
}
