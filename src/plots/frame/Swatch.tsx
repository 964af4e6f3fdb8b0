interface AreaProps {
  /** Any CSS colour. */
  readonly color: string;
  /** Opacity of the fill, 0 to 1. */
  readonly fill: number;
  readonly dash: readonly number[];
}

/** Legend swatch of a band: filled between two edges. */
export function BandSwatch({ color, fill, dash }: AreaProps) {
  return (
    <svg viewBox="0 0 24 13" aria-hidden="true" style={{ color }}>
      <rect width="24" height="13" fill="currentColor" opacity={fill} />
      <path
        d="M0,0.75H24M0,12.25H24"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={dash.join(' ')}
      />
    </svg>
  );
}

/** Legend swatch of an area: filled below one edge. */
export function AreaSwatch({ color, fill, dash }: AreaProps) {
  return (
    <svg viewBox="0 0 24 13" aria-hidden="true" style={{ color }}>
      <rect width="24" height="13" fill="currentColor" opacity={fill} />
      <path d="M0,0.75H24" stroke="currentColor" strokeWidth="1.5" strokeDasharray={dash.join(' ')} />
    </svg>
  );
}

interface LineProps {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export function LineSwatch({ color, width, dash = [] }: LineProps) {
  return (
    <svg viewBox="0 0 24 13" aria-hidden="true" style={{ color }}>
      <path d="M0,6.5H24" stroke="currentColor" strokeWidth={width} strokeDasharray={dash.join(' ')} />
    </svg>
  );
}
