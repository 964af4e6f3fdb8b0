import { isFullSize } from '../testSize.ts';
import { chainClaims } from './tables/chains.ts';
import { meanFieldClaims } from './tables/meanField.ts';
import { testClaims } from './testClaims.ts';

testClaims([...chainClaims, ...meanFieldClaims], isFullSize);
