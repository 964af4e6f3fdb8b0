import type { Claim } from '../claim.ts';
import { algorithmClaims } from './algorithm.ts';
import { approximationClaims } from './approximation.ts';
import { chainClaims } from './chains.ts';
import { classClaims } from './classes.ts';
import { convolutionClaims } from './convolutions.ts';
import { curveHintClaims } from './curveHints.ts';
import { curveClaims } from './curves.ts';
import { dataClaims } from './data.ts';
import { digitClaims } from './digits.ts';
import { exactClaims } from './exact.ts';
import { meanFieldClaims } from './meanField.ts';
import { networkClaims } from './networks.ts';
import { openingCurveClaims } from './openingCurve.ts';
import { priorFunctionClaims } from './priorFunctions.ts';
import { teacherClaims } from './teacher.ts';

/** Every claim. */
export const claims: readonly Claim[] = [
  ...openingCurveClaims,
  ...digitClaims,
  ...exactClaims,
  ...priorFunctionClaims,
  ...approximationClaims,
  ...algorithmClaims,
  ...networkClaims,
  ...convolutionClaims,
  ...curveClaims,
  ...curveHintClaims,
  ...classClaims,
  ...chainClaims,
  ...meanFieldClaims,
  ...dataClaims,
  ...teacherClaims,
];
