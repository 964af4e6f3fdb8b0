import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import type { PlaygroundOptions } from '../../store/state.ts';
import { Segments } from '../controls/fields/Segments.tsx';
import { useExperiment } from '../ui/playgroundContext.ts';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Compare.module.css';
import { MethodsTab } from './MethodsTab.tsx';
import { SettingsTab } from './SettingsTab.tsx';

interface CompareSheetProps {
  readonly createTrainer: PlaygroundOptions['createTrainer'];
}

type Tab = 'methods' | 'pair' | 'sweep';

const captions: Readonly<Record<Tab, string>> = {
  methods: 'Every method on the same data, network, prior and axes.',
  pair: 'The same data, seed and noise; the same axes.',
  sweep: 'The same data, seed and noise; the same axes.',
};

/** Other methods on the page's data, the page's experiment beside one that differs, or over several values of a control. */
export function CompareSheet({ createTrainer }: CompareSheetProps) {
  const opens = useExperiment(
    ({ view }): Tab => (view.sweep.length > 1 ? 'sweep' : view.compare.length > 0 ? 'pair' : 'methods'),
  );
  const [chosen, setChosen] = useState<Tab | null>(null);
  const tab = chosen ?? opens;
  return (
    <Sheet
      panel="compare"
      title={t('Compare')}
      head={
        <>
          <div className={styles.tabs}>
            <Segments
              label={t('What is compared')}
              value={tab}
              choices={[
                { value: 'methods', label: t('Methods') },
                { value: 'pair', label: t('Two settings') },
                { value: 'sweep', label: t('Four values') },
              ]}
              onChoose={setChosen}
            />
          </div>
          <p className={styles.caption}>{t(captions[tab])}</p>
        </>
      }
    >
      {tab === 'methods' ? (
        <MethodsTab />
      ) : (
        <SettingsTab key={tab} swept={tab === 'sweep'} createTrainer={createTrainer} />
      )}
    </Sheet>
  );
}
