import { expect, it, test } from 'vitest';
import { lessonSources } from '../../config/lessons.ts';
import { lessonLocales } from '../../src/i18n/lessonLocales.ts';
import { chapterFacts, countWords } from '../../src/lessons/chapterFacts.ts';
import { chapterOf, chapterSlugs, slugs } from '../../src/lessons/chapters.ts';
import { type Path, paths, pathsThrough } from '../../src/lessons/paths.ts';

test('every chapter builds on chapters before it, and the first on none', () => {
  expect(chapterOf(slugs[0]!).needs).toEqual([]);
  for (const [place, slug] of slugs.entries())
    for (const needed of chapterOf(slug).needs)
      expect(slugs.slice(0, place), `${slug} needs ${needed}`).toContain(needed);
});

test('marked paths are in reading order, and the last one is the whole', () => {
  for (const { label, chapters } of Object.values<Path>(paths)) {
    const places = chapters.map((slug) => chapterSlugs.indexOf(slug));
    expect(places, label).toEqual(places.toSorted((a, b) => a - b));
  }
  expect(paths.everything.chapters).toEqual(chapterSlugs);
  expect(pathsThrough('simpler-q')).toEqual([paths.algorithm]);
  expect(pathsThrough('recurrent')).toEqual([]);
});

it('counts the words of prose, questions and options, formulas as fixed numbers of words, and no markup', () => {
  expect(countWords('Two words.')).toBe(2);
  expect(countWords('A [linked word](averaging.html), 1,438 digits and $x^2$.')).toBe(7);
  expect(countWords('<Play link="dataset.id=digits&seed=3">Open it.</Play>')).toBe(2);
  expect(
    countWords('<Predict\n id="a-b"\n question="Which one?"\n options={["This", "That"]}\n answer={0}\n>'),
  ).toBe(4);
  expect(countWords('Before\n\n$$\na = b + c\n$$\n\nafter')).toBe(22);
});

it('reads 200 words a minute, plus a minute for each exhibit', () => {
  const words = Array(500).fill('word').join(' ');
  expect(chapterFacts(words)).toEqual({ minutes: 3, exhibits: [] });
  const shown = '<Exhibit name="oneDraw"></Exhibit> <Exhibit name="gap"></Exhibit>';
  expect(chapterFacts(`${words} ${shown}`)).toEqual({ minutes: 5, exhibits: ['oneDraw', 'gap'] });
});

test.each(slugs)(
  '%s has a picture for the contents where it has an exhibit, and takes alike long in every language',
  (slug) => {
    const facts = lessonLocales.map((language) => chapterFacts(lessonSources.textOf(slug, language)));
    for (const { exhibits, minutes } of facts) {
      if (slug === 'further-reading') expect(exhibits).toEqual([]);
      else expect(lessonSources.hasPicture(exhibits[0]!)).toBe(true);
      expect(Math.abs(minutes - facts[0]!.minutes)).toBeLessThanOrEqual(1);
    }
  },
);
