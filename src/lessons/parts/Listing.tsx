import type { SourcePiece } from '../sources.ts';

interface ListingProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly pieces: readonly SourcePiece[];
}

/** The text of a program, coloured by syntax category. */
export function Listing({ label, pieces }: ListingProps) {
  return (
    <pre role="group" aria-label={label}>
      <code translate="no">
        {pieces.map(({ text, kind }, index) =>
          kind === 'plain' ? (
            text
          ) : (
            <span key={index} className={kind}>
              {text}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}
