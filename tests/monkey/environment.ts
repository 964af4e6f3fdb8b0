import type { Chance } from '../fuzz/chance.ts';
import { anyJson } from '../fuzz/documents.ts';
import { smallHash } from '../fuzz/hashes.ts';
import { anyTable } from '../fuzz/tables.ts';
import { type Action, edits, harmless, type TestSession, withTimeout } from './session.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 320, height: 480 },
  { width: 1920, height: 1080 },
] as const;

/** Links with every kind of data, network, method and panel, small enough for three pages to train together. */
const links = [
  '',
  'dataset.id=cubic&network.hidden=12,7',
  'dataset.id=moons&network.hidden=10',
  'dataset.id=iris&dataset.inputs=0,3&network.hidden=8',
  'dataset.id=digits&network.channels=4&network.hidden=none&prediction.samples=5',
  'dataset.id=sunspots&network.hidden=3&prediction.samples=5',
  'dataset.id=custom&dataset.points=0zXSM9UxtDbQM9TRNdAzNkAFJkAJYzSgY5Sqa2ltomMIVwUA&dataset.xDomain=-5,5',
  'dataset.id=custom&dataset.points=LYvLCcAwDMUWEo_6l7R4_73qQG4SSCUjVJiSp_ewk9pYL8VYsPBOfcRtSi8-xTn9Bw&dataset.task=classification&dataset.testFraction=0.2&dataset.columns=length,width,petal,species',
  'dataset.id=custom',
  'inference.method=deep-ensemble&network.hidden=5',
  'inference.method=mc-dropout&network.hidden=10',
  'inference.method=laplace&network.hidden=5',
  'inference.method=hmc&network.hidden=4&inference.samples=2',
  'inference.method=map&inference.optimizer.kind=sgd&inference.optimizer.learningRate=1',
  'network.hidden=none&likelihood.learn=false',
  'likelihood.kind=heteroscedastic&prior.kind=scale-mixture',
  'view.engine=webgl&network.hidden=8&inference.samples=1',
  'view.engine=tfjs&network.hidden=8&inference.samples=1',
  'view.engine=reference&view.step=20',
  'view.panels=controls,predictive,cost,compare',
  'view.panels=predictive,weights,step&network.hidden=5',
  'view.panels=bandit',
  'view.embed=true&view.panels=predictive',
  'view.panels=weights&view.units=bits&view.draw=resampled',
  'view.present=true&view.draw=frozen&view.drawIndex=7',
  'challenge=reach-out',
  'challenge=small-network',
  'dataset.size=1&prior.sigma=100&likelihood.noise=1e-9&likelihood.learn=false',
  'dataset.noise=1e9&inference.klWeight=1000',
] as const;

/** A link, valid or not; none contains a word that checkScreen looks for. */
function anyLink(chance: Chance): string {
  if (chance.of(0.6)) return chance.pick(links);
  const hash = smallHash(chance);
  return /nan|infinity|undefined/i.test(hash) ? 'seed=7' : hash;
}

/** Drops a file on the open dialog, or else on the page. */
export async function drop({ page }: Pick<TestSession, 'page'>, name: string, text: string): Promise<void> {
  const dropped = page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      const target = document.querySelector('dialog[open] textarea, dialog[open]') ?? document.body;
      for (const type of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
  await withTimeout('a drop', dropped);
}

/** Actions on the window, the address and files. */
export const environmentActions: Readonly<Record<string, Action>> = {
  resize: {
    weight: 4,
    perform: async ({ page }, chance) => {
      const size = chance.pick(sizes);
      await withTimeout('a resize', page.setViewportSize(size));
      return harmless(`resize to ${size.width} × ${size.height}`);
    },
  },
  scheme: {
    weight: 2,
    perform: async ({ page }, chance) => {
      const colorScheme = chance.pick(['light', 'dark'] as const);
      await withTimeout('a colour scheme', page.emulateMedia({ colorScheme }));
      return harmless(colorScheme);
    },
  },
  editLink: {
    weight: 7,
    perform: async (session, chance) => {
      const hash = anyLink(chance);
      const moved = await withTimeout(
        'a link',
        session.page.evaluate((hash) => {
          const before = location.href;
          location.hash = hash;
          return location.href !== before;
        }, hash),
      );
      if (moved) session.back++;
      return edits(`open #${hash.slice(0, 120)}`);
    },
  },
  goBack: {
    weight: 1,
    perform: async (session) => {
      if (session.back === 0) return null;
      session.back--;
      await withTimeout(
        'back',
        session.page.evaluate(() => history.back()),
      );
      return edits('back');
    },
  },
  dropFile: {
    weight: 4,
    perform: async (session, chance) => {
      const [name, make] = chance.pick([
        ['experiment.json', anyJson],
        ['table.csv', anyTable],
        ['notes.txt', anyTable],
      ] as const);
      const text = make(chance);
      if (/nan|infinity|undefined/i.test(text)) return null;
      await drop(session, name, text);
      return edits(`drop ${name} ${JSON.stringify(text.slice(0, 60))}`);
    },
  },
  reload: {
    weight: 1,
    perform: async ({ page }) => {
      await withTimeout('a reload', page.reload());
      return harmless('reload');
    },
  },
  rest: {
    weight: 6,
    perform: async ({ page }, chance) => {
      const milliseconds = chance.whole(100, 1500);
      await page.waitForTimeout(milliseconds);
      return harmless(`wait ${milliseconds} ms`);
    },
  },
};
