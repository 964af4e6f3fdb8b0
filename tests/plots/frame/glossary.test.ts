import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agents } from '../../../src/bandit/agents.ts';
import { slugs } from '../../../src/lessons/chapters.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { type GlossaryTerm, glossary, termOfSymbol } from '../../../src/plots/frame/glossary.ts';

const german = JSON.parse(
  readFileSync(new URL('../../../src/i18n/locales/de.json', import.meta.url), 'utf8'),
) as { messages: Record<string, string> };

/** Words that every picture kind, metric and objective of the page may show. */
const required = [
  'predictive',
  'epistemic',
  'aleatoric',
  'draw',
  'prior',
  'prior-predictive',
  'posterior',
  'nats',
  'bits',
  'kl',
  'q',
  'prior-width',
  'hmc',
  'r-hat',
  'calibration-error',
  'log-probability',
  'free-energy',
  'complexity-cost',
  'likelihood-cost',
  'mean-field',
  'epsilon',
  'signal-to-noise',
  'coverage',
  'rmse',
];

test('every required word is in the glossary', () => {
  expect(required.filter((id) => !(id in glossary))).toEqual([]);
});

test.each(Object.entries<GlossaryTerm>(glossary))(
  '%s has one short sentence, a German one and a chapter or appendix',
  (_, term) => {
    expect(term.sentence).toMatch(/[.]$/);
    expect(term.sentence.slice(0, -1)).not.toMatch(/[.!?]\s+[A-Z]/);
    expect(term.sentence.split(/\s+/).length).toBeLessThanOrEqual(25);
    expect(german.messages[term.sentence]).toBeTruthy();
    expect(german.messages[term.word]).toBeTruthy();
    expect(slugs).toContain(term.chapter);
  },
);

test('1 nat is 1.44 bits, 1 bit is 0.693 nats', () => {
  expect((1 / Math.LN2).toFixed(2)).toBe('1.44');
  expect(Math.LN2.toFixed(3)).toBe('0.693');
  expect(glossary.nats.sentence).toContain('1.44');
  expect(glossary.bits.sentence).toContain('0.693');
});

test('symbols of controls are explained by existing terms', () => {
  for (const id of Object.values(termOfSymbol)) expect(glossary).toHaveProperty(id);
});

test('ε is the noise of the weights alone: no data set and no agent is described by it', () => {
  expect(JSON.stringify(Object.values(datasets))).not.toContain('ε');
  expect(JSON.stringify(Object.values(agents))).not.toContain('ε');
});
