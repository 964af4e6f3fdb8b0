import { isFullSize } from '../testSize.ts';
import { algorithmClaims } from './tables/algorithm.ts';
import { approximationClaims } from './tables/approximation.ts';
import { convolutionClaims } from './tables/convolutions.ts';
import { dataClaims } from './tables/data.ts';
import { exactClaims } from './tables/exact.ts';
import { networkClaims } from './tables/networks.ts';
import { testClaims } from './testClaims.ts';

testClaims(
  [
    ...exactClaims,
    ...approximationClaims,
    ...algorithmClaims,
    ...networkClaims,
    ...convolutionClaims,
    ...dataClaims,
  ],
  isFullSize,
);
