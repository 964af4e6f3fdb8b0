import type { HTMLAttributes } from 'react';

interface MathAttributes extends HTMLAttributes<MathMLElement> {
  readonly stretchy?: 'true' | 'false';
  readonly width?: string;
  readonly lspace?: string;
  readonly rspace?: string;
}

/** MathML Core elements used by equations. */
type MathElement = 'math' | 'mi' | 'mn' | 'mo' | 'mrow' | 'mspace' | 'msub' | 'msup' | 'mfrac';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Record<MathElement, MathAttributes> {}
  }
}
