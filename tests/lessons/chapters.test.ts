import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lessonSources } from '../../config/lessons.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { type LessonLocale, lessonLocales } from '../../src/i18n/lessonLocales.ts';
import { chapterOf, slugs } from '../../src/lessons/chapters.ts';
import { exhibits } from '../../src/lessons/exhibits/index.ts';

const folder = fileURLToPath(new URL('../../src/lessons/chapters/', import.meta.url));
const textOf = (slug: string, language: string) => readFileSync(`${folder}${language}/${slug}.mdx`, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] as string);

test('every text belongs to a chapter, and every chapter has a text in every language', () => {
  for (const language of lessonLocales)
    expect(readdirSync(folder + language).toSorted()).toEqual(slugs.map((slug) => `${slug}.mdx`).toSorted());
});

test.each(slugs.flatMap((slug) => lessonLocales.map((language) => [slug, language] as const)))(
  '%s in %s has a prediction, an exhibit and a link to the playground, and ends with a question',
  (slug, language) => {
    const text = textOf(slug, language);
    const [predict, exhibit, question] = ['<Predict', '<Exhibit', '<Question'].map((tag) =>
      text.indexOf(tag),
    );
    expect(predict).toBeGreaterThan(0);
    // Further reading lists papers instead of an exhibit.
    if (slug !== 'further-reading') expect(exhibit).toBeGreaterThan(predict!);
    expect(question).toBeGreaterThan(Math.max(predict!, exhibit!));
    expect(text.trim()).toMatch(/<\/Question>$/);
    const links = [...all(text, /<Play\s+link="([^"]*)"/g), chapterOf(slug).link];
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(decodeLink(link).notices, link).toEqual([]);
  },
);

test.each(slugs)('%s has the same parts in every language', (slug) => {
  const partsOf = (language: LessonLocale) => {
    const text = textOf(slug, language);
    return {
      exhibits: all(text, /<Exhibit name="(\w+)"/g),
      sources: all(text, /<SourceOf ([^/]*\/[^/]*)\/>/g),
      answers: all(text, /answer=\{(\d+)\}/g),
      links: all(text, /<Play\s+link="([^"]*)"/g),
      headings: all(text, /^(#+) /gm),
      formulas: all(text, /^(\$\$)$/gm).length,
    };
  };
  expect(partsOf('de')).toEqual(partsOf('en'));
});

const sourceText = (file: string, name: string, only?: readonly string[]): string =>
  lessonSources
    .sourceOf(file, name, only)
    .map(({ text }) => text)
    .join('');

test('the source code that lessons show exists', () => {
  for (const slug of slugs) {
    const shown = textOf(slug, 'en').matchAll(/<SourceOf file="([^"]*)" name="([^"]*)"(?: only="([^"]*)")?/g);
    for (const [, file, name, only] of shown) {
      const source = sourceText(file as string, name as string, only?.split(' '));
      expect(source).toContain(name);
      // Texts of the interface are not part of the algorithm.
      expect(source).not.toMatch(/^ *(label|teaches|controls):/m);
    }
  }
  const parts = lessonSources.sourceOf('math/special.ts', 'softplus');
  expect(parts[0]).toMatchObject({ kind: 'comment' });
  expect(parts).toContainEqual({ kind: 'function', text: 'softplus' });
  expect(parts).toContainEqual({ kind: 'literal', text: '0' });
  expect(parts.map(({ text }) => text).join('')).toMatch(/^\/\*\* log\(1 \+ e\^ρ\)[\s\S]*\n}$/);
  expect(() => lessonSources.sourceOf('math/special.ts', 'nothing')).toThrow('nothing');
});

test('of an object a lesson may show some properties, unchanged, with comments for the others', () => {
  const source = sourceText('model/priors/gaussian.ts', 'gaussian', ['divergence', 'logDensity']);
  expect(source).toMatch(/^\/\*\* p\(w\) = N\(0, sigma²\)/);
  expect(source).toContain('export const gaussian: Prior = {\n  // …\n  logDensity: (w, { sigma }) =>');
  expect(source).toMatch(/normalLogDensity\(w, 0, sigma\),\n {2}\/\/ …\n {2}divergence: /);
  expect(source).toMatch(/\n {2}},\n};$/);
  expect(() => sourceText('model/priors/gaussian.ts', 'gaussian', ['nothing'])).toThrow('gaussian.nothing');
});

test('every exhibit has its stored pictures, and is used', () => {
  const texts = slugs.map((slug) => textOf(slug, 'en')).join();
  for (const name of Object.keys(exhibits)) {
    expect(texts).toContain(`<Exhibit name="${name}"`);
    expect(lessonSources.hasPicture(name), `pictures of ${name}: npm run screenshots -- lessons`).toBe(true);
  }
  for (const theme of ['light', 'dark', 'narrow/light', 'narrow/dark']) {
    const folder = fileURLToPath(new URL(`../../public/lessons/${theme}/`, import.meta.url));
    const pictures = readdirSync(folder);
    expect(pictures.sort()).toEqual(
      Object.keys(exhibits)
        .map((name) => `${name}.webp`)
        .sort(),
    );
    for (const file of pictures) expect(readFileSync(folder + file).length, file).toBeLessThan(60_000);
  }
});
