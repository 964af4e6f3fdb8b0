import { expect, test } from 'vitest';
import { type Embedding, embedCode } from '../../src/embed/embedCode.ts';
import { acquirePageSlot, releaseSlots } from '../../src/embed/pageSlots.ts';

const embedding: Embedding = {
  form: 'frame',
  site: 'https://a.example/b/',
  link: 'dataset.id=cubic&view.embed=true&view.panels=predictive,weights&view.autoplay=true',
  height: 500,
  sandboxed: true,
  title: 'A "title" & <more>',
  poster: null,
};

test('a frame has its link, its title, its sandbox and its height', () => {
  expect(embedCode(embedding)).toBe(`<iframe
  src="https://a.example/b/embed.html#dataset.id=cubic&amp;view.embed=true&amp;view.panels=predictive,weights&amp;view.autoplay=true"
  title="A &quot;title&quot; &amp; &lt;more>"
  sandbox="allow-scripts allow-downloads allow-popups"
  height="500"
  width="100%"
  loading="lazy"
></iframe>`);
  const tall = embedCode({ ...embedding, height: null, sandboxed: false });
  expect(tall).not.toContain('sandbox');
  expect(tall).toContain("data.type !== 'resize'");
});

test('an element has the same settings as attributes', () => {
  expect(
    embedCode({ ...embedding, form: 'element' }),
  ).toBe(`<script type="module" src="https://a.example/b/bayes-playground.js"></script>
<bayes-playground
  experiment="dataset.id=cubic"
  panels="predictive,weights"
  autoplay
></bayes-playground>`);
});

test('of the elements of a page three train; a fourth pauses the one that has trained longest', () => {
  const paused: string[] = [];
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ giveUpSlot: () => paused.push(name) }));
  for (const one of [a, b, c, a]) acquirePageSlot(one!);
  expect(paused).toEqual([]);
  acquirePageSlot(d!);
  releaseSlots(b!);
  acquirePageSlot(e!);
  acquirePageSlot(a!);
  expect(paused).toEqual(['a', 'c']);
});
