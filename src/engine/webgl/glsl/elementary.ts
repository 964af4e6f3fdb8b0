/**
 * Elementary functions with float32 precision. GLSL guarantees less, and drivers differ: sin and cos to 2^-11, log to 2^-21
 * near 1. Where the built-in functions are inaccurate, these use products, sums and quotients only.
 */

/** 2 atanh(z) for |z| ≤ 1/3 by its series: log((1 + z)/(1 − z)) without cancellation. */
const twiceAtanh = `
vec4 twiceAtanh(vec4 z) {
  vec4 q = z * z;
  return 2.0 * z * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0
    + q * (1.0 / 11.0 + q * (1.0 / 13.0)))))));
}
`;

/** Sine and cosine for |x| ≤ π/4 (Cephes, sinf and cosf). */
const nearZero = `
vec4 sineNearZero(vec4 x) {
  vec4 q = x * x;
  return x + x * q * (-1.6666654611e-1 + q * (8.3321608736e-3 - q * 1.9515295891e-4));
}
vec4 cosineNearZero(vec4 x) {
  vec4 q = x * x;
  return 1.0 - 0.5 * q + q * q * (4.166664568298827e-2 + q * (-1.388731625493765e-3 + q * 2.443315711809948e-5));
}
`;

/** Sine and cosine of x + quarter · π/2 from those of x. */
const quarterTurns = `
void turnQuarters(ivec4 quarter, inout vec4 sine, inout vec4 cosine) {
  bvec4 odd = equal(quarter & 1, ivec4(1));
  vec4 turnedSine = mix(sine, cosine, odd), turnedCosine = mix(cosine, sine, odd);
  sine = mix(turnedSine, -turnedSine, equal(quarter & 2, ivec4(2)));
  cosine = mix(turnedCosine, -turnedCosine, equal((quarter + 1) & 2, ivec4(2)));
}
`;

const sineAndCosine = `
void sineAndCosine(vec4 x, out vec4 sine, out vec4 cosine) {
  vec4 turns = floor(x * 0.6366197723675814 + 0.5);
  // π/2 as three terms; products of the first two with integers are exact.
  vec4 rest = ((x - turns * 1.5703125) - turns * 4.837512969970703e-4) - turns * 7.549789954891882e-8;
  sine = sineNearZero(rest);
  cosine = cosineNearZero(rest);
  turnQuarters(ivec4(turns), sine, cosine);
}
`;

const exponentials = `
vec4 logOnePlus(vec4 x) { return twiceAtanh(x / (2.0 + x)); }
vec4 softplus(vec4 x) { return max(x, vec4(0.0)) + logOnePlus(exp(-abs(x))); }
vec4 logistic(vec4 x) {
  vec4 e = exp(-abs(x));
  return mix(vec4(1.0), e, lessThan(x, vec4(0.0))) / (1.0 + e);
}
vec4 hyperbolicTangent(vec4 x) {
  vec4 e = exp(-2.0 * abs(x)), q = x * x;
  vec4 series = x * (1.0 + q * (-1.0 / 3.0 + q * (2.0 / 15.0 - q * (17.0 / 315.0))));
  return mix(sign(x) * (1.0 - e) / (1.0 + e), series, lessThan(abs(x), vec4(0.25)));
}
`;

/** The error function with error 2e-7: its Maclaurin series near 0, else Abramowitz & Stegun 7.1.26. */
const errorFunction = `
vec4 errorFunction(vec4 x) {
  vec4 q = x * x, t = 1.0 / (1.0 + 0.3275911 * abs(x));
  vec4 series = 1.1283791670955126 * x * (1.0 - q * (1.0 / 3.0 - q * (0.1 - q * (1.0 / 42.0
    - q * (1.0 / 216.0 - q * (1.0 / 1320.0))))));
  vec4 tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return mix(sign(x) * (1.0 - tail * exp(-q)), series, lessThan(abs(x), vec4(0.5)));
}
`;

/** Whether no lane is NaN or infinite. Tests bits: compilers may assume that comparisons see finite numbers only. */
const finiteness = `
bool isFinite(vec4 v) {
  return all(notEqual(floatBitsToUint(v) & 0x7f800000u, uvec4(0x7f800000u)));
}
`;

export const elementaryGlsl = [
  twiceAtanh,
  nearZero,
  quarterTurns,
  sineAndCosine,
  exponentials,
  errorFunction,
  finiteness,
].join('');
