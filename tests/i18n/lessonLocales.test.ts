import { afterEach, expect, it } from 'vitest';
import { setLocale, sourceLocale } from '../../src/i18n/index.ts';
import { lessonsLink } from '../../src/i18n/lessonLocales.ts';

afterEach(() => setLocale(sourceLocale));

it.each([
  ['en-GB', { href: 'learn/index.html', hrefLang: undefined }],
  ['de', { href: 'learn/de.html', hrefLang: undefined }],
  ['fr', { href: 'learn/index.html', hrefLang: 'en-GB' }],
])(
  'readers in %s get the lessons in their language, or in English, which the link then states',
  (tag, link) => {
    setLocale({ ...sourceLocale, tag });
    expect(lessonsLink()).toEqual(link);
  },
);
