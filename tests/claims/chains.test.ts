import { chainClaims } from './tables/chains.ts';
import { testClaims } from './testClaims.ts';

testClaims([...chainClaims]);
