import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import { decodeLink, encodeLink } from '../../../src/experiment/link/link.ts';
import { qrCode } from '../../../src/panels/share/qrCode.ts';
import { readQrCode } from './readQrCode.ts';

const address =
  'https://example.org/playground/#dataset.id=cubic&prior.sigma=0.3&view.panels=predictive,weights';

/** Module matrix of a path, including the quiet zone. */
function squares({ side, path }: { readonly side: number; readonly path: string }): boolean[][] {
  const dark = Array.from({ length: side }, () => new Array<boolean>(side).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(length); at++) dark[Number(y)]![Number(x) + at] = true;
  return dark;
}

describe('a QR code', () => {
  test.each([address, 'http://127.0.0.1/', `${address}&dataset.classNames=gr.c3.b6.c3.9fe`, 'größer, 日本'])(
    'of %s has the dark modules of that text, with a margin of four light modules',
    (text) => {
      const code = qrCode(text)!;
      expect(squares(code)).toEqual(encode(text, { border: 4, boostEcc: true }).data);
      const inner = squares(code)
        .slice(4, -4)
        .map((row) => row.slice(4, -4));
      expect(readQrCode(inner)).toBe(text);
    },
  );

  test('exists up to version 25, the largest that is readable across a room; a longer text has none', () => {
    expect(qrCode('a'.repeat(1273))?.side).toBe(117 + 8);
    expect(qrCode('a'.repeat(1274))).toBeNull();
    expect(qrCode('a'.repeat(100_000))).toBeNull();
  });
});

test('a link without its points is short, and reports the missing points when opened', () => {
  const points = Array.from({ length: 500 }, (_, i) => ({ x: [Math.sin(i * 7)], y: Math.cos(i * 3) }));
  const set = setFields(defaultExperiment(), { 'dataset.id': 'custom', 'dataset.points': points, seed: 4 });
  if ('faults' in set) throw new Error(set.faults.map(({ message }) => message).join());
  expect(qrCode(encodeLink(set.experiment))).toBeNull();
  const short = encodeLink(set.experiment, true);
  expect(qrCode(short)).not.toBeNull();
  const { experiment, notices } = decodeLink(short);
  expect(experiment).toMatchObject({ seed: 4, dataset: { id: 'custom', points: [] } });
  expect(notices.map(({ path }) => path)).toEqual(['dataset.points']);
});
