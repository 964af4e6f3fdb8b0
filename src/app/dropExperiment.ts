import { plainText } from '../experiment/document/plainFault.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { t } from '../i18n/index.ts';
import type { Playground } from '../store/playground.ts';

/** Maximum size of a file that is read as an experiment, in bytes. */
const LARGEST = 50e6;

/** Opens an experiment.json that is dropped anywhere on the page; faults are shown in a notice. */
export function openDroppedExperiments({ loadExperiment, notify }: Playground): void {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    // An open dialog handles dropped files itself.
    if (event.defaultPrevented) return;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void open(file);
  });

  async function open(file: File): Promise<void> {
    const refuse = (why: string): void => notify(`${file.name}: ${why}`);
    if (!/\.json$/i.test(file.name))
      return refuse(
        t('only an experiment (.json) opens by dropping. Tables and images have buttons under Data.'),
      );
    if (file.size > LARGEST) return refuse(t('the file is larger than 50 MB.'));
    let document: unknown;
    try {
      document = JSON.parse(await file.text());
    } catch {
      return refuse(t('this is not JSON.'));
    }
    const resolved = resolveExperiment(document);
    if ('faults' in resolved) return refuse(resolved.faults.map(plainText).join(' '));
    const { experiment } = resolved;
    loadExperiment({ ...experiment, view: { ...experiment.view, autoplay: false } });
  }
}
