import { isFullSize } from '../testSize.ts';
import { chainClaims } from './tables/chains.ts';
import { testClaims } from './testClaims.ts';

testClaims([...chainClaims], isFullSize);
