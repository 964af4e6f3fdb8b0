import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../i18n/index.ts';
import type { RegretScale } from '../../plots/bandit/regretPlot.ts';
import { type Bandit, type BanditWorker, createBandit } from '../../store/bandit.ts';
import { type Segment, Segments } from '../controls/fields/Segments.tsx';
import { useExperiment, usePlaygroundState } from '../ui/playgroundContext.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { AgentList } from './AgentList.tsx';
import styles from './Bandit.module.css';
import { BanditControls } from './BanditControls.tsx';
import { BanditTransport } from './BanditTransport.tsx';
import { DecisionView } from './DecisionView.tsx';
import { RegretView } from './RegretView.tsx';

interface BanditSheetProps {
  readonly createWorker: () => BanditWorker;
}

const scales = (): readonly Segment<RegretScale>[] => [
  { value: 'linear', label: t('Linear') },
  { value: 'logarithmic', label: t('Log–log') },
];

/** The contextual bandit as a sheet with its own workers; the page's run is paused. */
export function BanditSheet({ createWorker }: BanditSheetProps) {
  const bandit = useBandit(createWorker);
  const [scale, setScale] = useState<RegretScale>('linear');
  return (
    <Sheet
      panel="bandit"
      title={t('Bandit: eat it or leave it?')}
      head={
        <p className={styles.caption}>
          {t('Thompson sampling with a Bayesian network (Blundell et al. 2015, §5.3)')}
        </p>
      }
    >
      {bandit && (
        <>
          <BanditTransport bandit={bandit} />
          <Trouble bandit={bandit} />
          <div className={styles.body}>
            <div className={styles.side}>
              <AgentList bandit={bandit} />
              <BanditControls />
            </div>
            <div className={styles.main}>
              <section aria-labelledby="regret-title" className={styles.view}>
                <div className={styles.viewHead}>
                  <h3 id="regret-title">{t('Cumulative regret')}</h3>
                  <Segments value={scale} choices={scales()} onChoose={setScale} label={t('Axes')} />
                </div>
                <RegretView bandit={bandit} scale={scale} />
              </section>
              <DecisionView bandit={bandit} />
            </div>
          </div>
        </>
      )}
    </Sheet>
  );
}

/** A bandit run for the lifetime of the sheet; restarted, paused, whenever its settings change. */
function useBandit(createWorker: () => BanditWorker): Bandit | null {
  const settings = useExperiment((experiment) => experiment.bandit);
  const [bandit, setBandit] = useState<Bandit | null>(null);
  const latest = useRef(settings);
  useEffect(() => {
    const made = createBandit(latest.current, createWorker);
    setBandit(made);
    return () => made.dispose();
  }, [createWorker]);
  useEffect(() => {
    if (latest.current === settings) return;
    latest.current = settings;
    bandit?.reset(settings);
  }, [bandit, settings]);
  const visible = usePlaygroundState((state) => state.visible);
  useEffect(() => bandit?.setVisible(visible), [bandit, visible]);
  return bandit;
}

function Trouble({ bandit }: { readonly bandit: Bandit }) {
  const message = useStore(bandit.store, (state) => state.message);
  return message === '' ? null : (
    <p role="alert" className={styles.trouble}>
      {message}
    </p>
  );
}
