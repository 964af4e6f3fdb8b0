import { isFullSize } from '../testSize.ts';
import { classClaims } from './tables/classes.ts';
import { digitClaims } from './tables/digits.ts';
import { openingCurveClaims } from './tables/openingCurve.ts';
import { testClaims } from './testClaims.ts';

testClaims([...classClaims, ...digitClaims, ...openingCurveClaims], isFullSize);
