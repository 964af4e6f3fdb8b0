import { philoxGlsl } from './philox.ts';

/**
 * Standard normal numbers, the same as those of fillNormal in src/math/random.ts: Box–Muller with 24 bits of each word. The
 * angle is a multiple of 2^-24 turns, so its quadrant is exact; near u = 1 the radius is computed from 1 − u, also exact.
 * `noise`: (first sample, step, stream, seed). Needs the elementary functions.
 */
export const normalGlsl = `
${philoxGlsl}
vec4 boxMuller(uvec4 words) {
  uvec4 k = words >> 8;
  vec4 low = vec4(vec2(k.xy) + 0.5, 1.0, 1.0) * 5.9604644775390625e-8;
  vec4 rest = vec4(vec2(16777216u - k.xy) - 0.5, 0.0, 0.0) * 5.9604644775390625e-8;
  vec4 minusLog = mix(-log(low), twiceAtanh(rest / (2.0 - rest)), lessThan(rest, vec4(0.5)));
  vec2 radius = sqrt(2.0 * minusLog.xy);
  uvec2 quarter = (k.zw + 2097152u) >> 22;
  vec4 angle = vec4(vec2(ivec2(k.zw) - ivec2(quarter << 22)), 0.0, 0.0) * 3.7450702829239286e-7;
  vec4 sine = sineNearZero(angle), cosine = cosineNearZero(angle);
  turnQuarters(ivec4(quarter, 0, 0), sine, cosine);
  return vec4(radius.x * cosine.x, radius.x * sine.x, radius.y * cosine.y, radius.y * sine.y);
}
uvec4 noiseWords(uint block, uint sampleIndex) {
  return philox(uvec4(block, noise.x + sampleIndex, noise.yz), uvec2(noise.w, 0u));
}
/** Elements index … index + lanes − 1 of the noise, at most four; they can span two blocks. */
vec4 normalsAt(uint index, int lanes, uint sampleIndex) {
  uint block = index >> 2, shift = index & 3u;
  vec4 first = boxMuller(noiseWords(block, sampleIndex));
  if (shift == 0u) return first;
  if (int(shift) + lanes <= 4) return shift == 1u ? first.yzww : shift == 2u ? first.zwww : first.wwww;
  vec4 second = boxMuller(noiseWords(block + 1u, sampleIndex));
  if (shift == 1u) return vec4(first.yzw, second.x);
  return shift == 2u ? vec4(first.zw, second.xy) : vec4(first.w, second.xyz);
}
`;
