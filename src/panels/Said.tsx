import { cloneElement, Fragment, type ReactElement, type ReactNode } from 'react';

interface SaidProps {
  /** A message that was said, with its elements as tags: `<0>what is in the first</0>`, or `<1/>` for the second as it is. */
  readonly text: string;
  readonly elements: readonly ReactElement<{ readonly children?: ReactNode }>[];
}

/** A sentence with elements in it, wherever the language puts them. */
export function Said({ text, elements }: SaidProps) {
  // By turns: text, the number of an element, and what is inside it (undefined where the tag stands alone).
  const pieces = text.split(/<(\d+)(?:\/>|>(.*?)<\/\d+>)/);
  return pieces.map((piece, at) => {
    if (at % 3 === 2) return null;
    if (at % 3 === 0) return piece;
    const element = elements[Number(piece)];
    if (!element) return null;
    const inside = pieces[at + 1];
    // Pieces of a sentence have no other identity than their place.
    return (
      <Fragment key={`${piece} ${at}`}>
        {inside === undefined ? element : cloneElement(element, {}, inside)}
      </Fragment>
    );
  });
}
