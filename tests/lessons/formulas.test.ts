import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { lessonRenderer, lessonSources } from '../../config/lessons.ts';
import { lessonLocales } from '../../src/i18n/lessonLocales.ts';
import { fileOfPage, lessonPages } from '../../src/lessons/addresses.ts';
import { notation } from '../../src/lessons/notation/notation.ts';
import { symbolsOf } from '../../src/lessons/notation/symbolsOf.ts';
import { charactersOf } from '../config/fontCharacters.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(fileURLToPath(new URL(file, root)));

/** Every page of the lessons as HTML, by its file. */
const pages = new Map<string, string>();
beforeAll(async () => {
  const renderer = await lessonRenderer();
  for (const file of renderer.pages()) pages.set(file, renderer.renderPage(file, lessonSources));
});

const mathIn = (html: string) => [...html.matchAll(/<math[\s\S]*?<\/math>/g)].map(([math]) => math);

/** A letter alone in <mi> is drawn in italics, which have code points of their own. */
function drawn(math: string): number[] {
  const italics = [...math.matchAll(/<mi(?![^>]*mathvariant)[^>]*>(.)<\/mi>/gu)].map(([, letter]) =>
    italic(letter!.codePointAt(0)!),
  );
  const text = math
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll(/&(amp|lt|gt);/g, '&<>');
  return [...italics, ...[...text.matchAll(/\S/gu)].map(([letter]) => letter.codePointAt(0)!)];
}

/** https://www.w3.org/TR/mathml-core/#italic-mappings */
function italic(code: number): number {
  if (code === 'h'.charCodeAt(0)) return 0x210e;
  const alphabets = [
    [0x41, 0x5a, 0x1d434],
    [0x61, 0x7a, 0x1d44e],
    [0x391, 0x3a9, 0x1d6e2],
    [0x3b1, 0x3c9, 0x1d6fc],
  ] as const;
  const [first, , start] = alphabets.find(([from, to]) => code >= from && code <= to) ?? [0, 0, 0];
  return code - first + start;
}

test('the font of formulas has every character that formulas use', () => {
  const characters = charactersOf(read('src/app/fonts/stix-two-math.woff2'));
  // The elements of the objective bar are written in its source as they are drawn.
  const bar = String(read('src/panels/views/cost/equations.tsx')).match(/<m[ion]\b[^<]*<\/m[ion]>/g) ?? [];
  expect(bar.length).toBeGreaterThan(30);
  const used = [...[...pages.values()].flatMap(mathIn), ...bar].flatMap(drawn);
  expect(used.length).toBeGreaterThan(1000);
  const missing = new Set(used.filter((code) => !characters.has(code)));
  expect(
    [...missing].map((code) => `${String.fromCodePoint(code)} U+${code.toString(16)}`),
    'add them to scripts/mathFont.mjs and run it: node scripts/mathFont.mjs',
  ).toEqual([]);
  expect(characters.has('ж'.codePointAt(0)!)).toBe(false);
});

test('no letter depends on an attribute that MathML Core ignores, and functions have the spaces of TeX', () => {
  let functions = 0;
  for (const [file, html] of pages)
    for (const math of mathIn(html)) {
      expect(math, file).not.toMatch(/mathvariant="(?!normal)/);
      expect(math, file).not.toContain('\u2061');
      for (const [, space, next] of math.matchAll(
        /rspace="([^"]*)">(?:log|ln|Var|Cov)<\/mo>(?:<m(?:row|style|frac|sub|sup|subsup)[^>]*>)*<m[a-z]+[^>]*>(.)/gu,
      )) {
        expect(space, `${file}: ${math}`).toBe(/[\p{L}\p{N}]/u.test(next!) ? '0.1667em' : '0');
        functions++;
      }
    }
  expect(functions).toBeGreaterThan(50);
});

test('no line can break between a formula and the punctuation that touches it', () => {
  let kept = 0;
  for (const [file, html] of pages)
    for (const { index, 0: end } of html.matchAll(/<\/math><\/span>[.,;:!?)]/g)) {
      const start = html.lastIndexOf('<span class="katex">', index);
      expect(html.slice(start - 40, start), `${file}: ${end}`).toMatch(/<span class="unbroken">[^<]*$/);
      kept++;
    }
  expect(kept).toBeGreaterThan(50);
});

test('no line can break between a number and its per cent sign', () => {
  const texts = [...pages].filter(([file]) => file.startsWith('distribution'));
  expect(texts.length).toBe(lessonLocales.length);
  for (const [file, html] of texts) expect(html, file).toMatch(/97\u00a0%/);
});

test('a minus that is a sign takes no space', () => {
  const maths = [...pages.values()].flatMap(mathIn);
  expect(maths.filter((math) => /form="prefix">−</.test(math)).length).toBeGreaterThan(0);
  for (const math of maths) expect(math).not.toMatch(/<mo[^>]*>\(<\/mo><mo>−/);
});

test.each(lessonLocales)(
  'every display formula of %s links to its symbols, all of which the notation page has',
  (locale) => {
    const target = fileOfPage('notation', locale);
    const entries = [...pages.get(target)!.matchAll(/data-symbol="([^"]*)"/g)].map(([, id]) => id);
    expect(entries).toEqual(Object.keys(notation));
    for (const page of lessonPages.filter((name) => name !== 'notation')) {
      const html = pages.get(fileOfPage(page, locale))!;
      const links = [
        ...html.matchAll(/<\/math><\/span><a href="([^#]*)#symbols=([^"]*)" aria-label="[^"]+"/g),
      ];
      expect(links.length, page).toBe(html.split('display="block"').length - 1);
      for (const [, file, symbols] of links) {
        expect(file).toBe(target);
        for (const id of symbols!.split(',')) expect(entries, page).toContain(id);
      }
    }
  },
);

const chapters = readdirSync(new URL('src/lessons/chapters/en/', root)).map((name) =>
  name.replace('.mdx', ''),
);

test.each(chapters)('%s uses no symbol that neither the notation page nor the chapter explains', (slug) => {
  for (const locale of lessonLocales) {
    const text = String(read(`src/lessons/chapters/${locale}/${slug}.mdx`));
    for (const [, display, inline] of text.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)) {
      const formula = display ?? inline!;
      expect(
        symbolsOf(formula, slug).unknown,
        `${formula}: an entry, or localSymbols, in notation.ts`,
      ).toEqual([]);
    }
  }
});

test('symbols are found under their index, their colour and their brackets', () => {
  expect(
    symbolsOf('\\mathrm{KL}\\bigl[\\posterior{q(w_s \\mid \\theta)} \\,\\|\\, \\prior{p(w_s)}\\bigr]').known,
  ).toEqual(['w', 'given', 'prior', 'q', 'theta', 'KL']);
  expect(symbolsOf('\\frac{\\sum_i x_i^2}{\\sigma_n^2} + \\sigma_0').known).toEqual([
    'x',
    'sigma0',
    'sigma_n',
    'sum',
  ]);
  expect(symbolsOf('\\data{p(D \\mid w)}').known).toEqual(['D', 'w', 'given', 'likelihood']);
  expect(symbolsOf('\\xi + Q').unknown).toEqual(['\\xi', 'Q']);
  expect(symbolsOf('a + M', 'local-reparameterisation')).toEqual({ known: [], unknown: [] });
});

test('each entry is named in the playground as the playground names it', () => {
  const { messages } = JSON.parse(String(read('src/i18n/locales/de.json')));
  for (const entry of Object.values(notation))
    if ('screenName' in entry) expect(messages[entry.screenName]).toBeTruthy();
});
