/**
 * Philox4x32-10 in GLSL; gives the same words as src/math/philox.ts. GLSL ES 3.00 has no high word of a 32-bit product, so it
 * is computed from 16-bit halves.
 */
export const philoxGlsl = `
uint highProduct(uint a, uint b) {
  uint aLow = a & 0xffffu, aHigh = a >> 16, bLow = b & 0xffffu, bHigh = b >> 16;
  uint lowHigh = aLow * bHigh, highLow = aHigh * bLow;
  uint middle = ((aLow * bLow) >> 16) + (lowHigh & 0xffffu) + (highLow & 0xffffu);
  return aHigh * bHigh + (lowHigh >> 16) + (highLow >> 16) + (middle >> 16);
}
uvec4 philox(uvec4 counter, uvec2 key) {
  for (int turn = 0; turn < 10; turn++) {
    uint high0 = highProduct(0xD2511F53u, counter.x), low0 = 0xD2511F53u * counter.x;
    uint high1 = highProduct(0xCD9E8D57u, counter.z), low1 = 0xCD9E8D57u * counter.z;
    counter = uvec4(high1 ^ counter.y ^ key.x, low1, high0 ^ counter.w ^ key.y, low0);
    key += uvec2(0x9E3779B9u, 0xBB67AE85u);
  }
  return counter;
}
`;
