import type { HTMLAttributes } from 'react';

interface MathAttributes extends HTMLAttributes<MathMLElement> {
  readonly stretchy?: 'true' | 'false';
  readonly mathvariant?: 'normal';
  readonly width?: string;
  readonly lspace?: string;
  readonly rspace?: string;
}

/** The elements of MathML Core that equations here are written in. */
type MathElement = 'math' | 'mi' | 'mn' | 'mo' | 'mrow' | 'mspace' | 'msub' | 'msup' | 'mfrac';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Record<MathElement, MathAttributes> {}
  }
}
