import type { ReactNode } from 'react';
import type { Method } from '../../../model/methods/index.ts';

/** The objective of a kind of cost, term by term, as mathematics. */
export interface Equation {
  readonly total: ReactNode;
  readonly complexity: ReactNode;
  readonly likelihood: ReactNode;
}

const posterior = (
  <mrow data-concept="posterior">
    <mi>q</mi>
    <mo stretchy="false">(</mo>
    <mi>w</mi>
    <mo lspace="0.2em" rspace="0.2em">
      |
    </mo>
    <mi>θ</mi>
    <mo stretchy="false">)</mo>
  </mrow>
);

const prior = (
  <mrow data-concept="prior">
    <mi>p</mi>
    <mo stretchy="false">(</mo>
    <mi>w</mi>
    <mo stretchy="false">)</mo>
  </mrow>
);

const logLikelihood = (
  <mrow data-concept="data">
    <mi>log</mi>
    <mspace width="0.15em" />
    <mi>p</mi>
    <mo stretchy="false">(</mo>
    <mi>D</mi>
    <mo lspace="0.2em" rspace="0.2em">
      |
    </mo>
    <mi>w</mi>
    <mo stretchy="false">)</mo>
  </mrow>
);

/** F(θ) = KL[q(w|θ) ‖ p(w)] − 𝔼_q[log p(D|w)] (Blundell et al. 2015, eq. 1); where there is no q, −log p(w, D). */
export const equations: Readonly<Record<Method['cost'], Equation>> = {
  'free-energy': {
    total: (
      <math aria-hidden="true">
        <mi>F</mi>
        <mo stretchy="false">(</mo>
        <mi>θ</mi>
        <mo stretchy="false">)</mo>
      </math>
    ),
    complexity: (
      <math aria-hidden="true">
        <mi>KL</mi>
        <mo stretchy="false">[</mo>
        {posterior}
        <mo stretchy="false" lspace="0.3em" rspace="0.3em">
          ‖
        </mo>
        {prior}
        <mo stretchy="false">]</mo>
      </math>
    ),
    likelihood: (
      <math aria-hidden="true">
        <mo>−</mo>
        <msub>
          <mi>𝔼</mi>
          <mi data-concept="posterior">q</mi>
        </msub>
        <mo stretchy="false">[</mo>
        {logLikelihood}
        <mo stretchy="false">]</mo>
      </math>
    ),
  },
  'log-posterior': {
    total: (
      <math aria-hidden="true">
        <mo>−</mo>
        <mi>log</mi>
        <mspace width="0.15em" />
        <mi>p</mi>
        <mo stretchy="false">(</mo>
        <mi>w</mi>
        <mo>,</mo>
        <mi>D</mi>
        <mo stretchy="false">)</mo>
      </math>
    ),
    complexity: (
      <math aria-hidden="true">
        <mo>−</mo>
        <mi>log</mi>
        <mspace width="0.15em" />
        {prior}
      </math>
    ),
    likelihood: (
      <math aria-hidden="true">
        <mo>−</mo>
        {logLikelihood}
      </math>
    ),
  },
};
