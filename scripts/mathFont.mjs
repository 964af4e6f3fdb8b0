import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/**
 * Writes src/app/fonts/stix-two-math.woff2, the characters of STIX Two Math (OFL 1.1) that formulas use: `node scripts/mathFont.mjs`.
 * HarfBuzz also keeps the larger variants of brackets, radicals and sums, and the MATH table that typesets them.
 */
const source = 'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';
const target = 'src/app/fonts/stix-two-math.woff2';

/** Blocks of Unicode of which every character is kept: first and last code point. */
const blocks = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0xff], // Latin-1, for words in formulas, in every language of the lessons
  [0x391, 0x3c9], // Greek
  [0x2080, 0x208e], // subscript digits
  [0x1d434, 0x1d467], // italic Latin, which a single letter in <mi> is drawn with
  [0x1d6e2, 0x1d71b], // italic Greek
];

/** Operators, relations, accents and letters with a meaning of their own. */
const others =
  '‖∥∣⏟⏞¨∘∗×·⋅±−∕≈≃≠≡≤≥≪≫∞∝∼∈∉∖∑∏∫√∂∇Δ←→↔⇒↦⋯…′″⊙⊗∧∨⟨⟩⌈⌉⌊⌋ˆ˜ˉ˙‾¯ϑϕϵϱℎℒℝ𝒩𝔼𝖳⁻⁰⁴⁵⁶⁷⁸⁹–—‘’“”„  \u2063';

const characters = blocks.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)),
);
// Hints are a quarter of the file; browsers smooth outlines without them.
const font = await subsetFont(await readFile(source), characters.join('') + others, {
  targetFormat: 'woff2',
  noHinting: true,
});
await writeFile(target, font);
console.log(`${target}: ${font.length} bytes`);
