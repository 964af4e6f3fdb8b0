import { isFullSize } from '../testSize.ts';
import { curveHintClaims } from './tables/curveHints.ts';
import { curveClaims } from './tables/curves.ts';
import { teacherClaims } from './tables/teacher.ts';
import { testClaims } from './testClaims.ts';

testClaims([...curveClaims, ...curveHintClaims, ...teacherClaims], isFullSize);
