import { useLayoutEffect, useState } from 'react';
import { isNarrowEmbed, type TabPanel, tabPanels } from '../embed/embedHeight.ts';
import type { PanelId } from '../experiment/document/experiment.ts';
import { t } from '../i18n/index.ts';
import { Segments } from '../panels/controls/fields/Segments.tsx';
import styles from './App.module.css';

/** Panels of which a narrow embed shows one at a time. */
export interface PanelTabs {
  readonly shown: readonly PanelId[];
  /** The bar of tabs; null where all panels are shown. */
  readonly bar: React.ReactNode;
}

/** Chooses one of the panels of an embed where there is room for one only. */
export function usePanelTabs(panels: readonly PanelId[], embed: boolean): PanelTabs {
  const isNarrow = useNarrowEmbed();
  const [chosen, setChosen] = useState<TabPanel>('predictive');
  const tabs = tabPanels.filter((id) => panels.includes(id));
  // The weights of a panel list that names no network include it.
  const all = panels.includes('weights') && !tabs.includes('network') ? withNetwork(tabs) : tabs;
  if (!embed || !isNarrow || all.length < 2) return { shown: panels, bar: null };
  const current = all.find((id) => id === chosen) ?? all[0]!;
  const labels: Readonly<Record<TabPanel, string>> = {
    predictive: t('Predictive'),
    cost: t('Free energy'),
    calibration: t('Calibration'),
    network: t('Network'),
    weights: t('Weights'),
    step: t('One step'),
  };
  return {
    shown: [...panels.filter((id) => !tabs.some((tab) => tab === id)), current],
    bar: (
      <div className={styles.tabs}>
        <Segments
          label={t('Panels')}
          value={current}
          choices={all.map((id) => ({ value: id, label: labels[id] }))}
          onChoose={setChosen}
        />
      </div>
    ),
  };
}

function useNarrowEmbed(): boolean {
  const [narrow, setNarrow] = useState(() => isNarrowEmbed(document.documentElement.clientWidth));
  useLayoutEffect(() => {
    const { documentElement } = document;
    const observer = new ResizeObserver(() => setNarrow(isNarrowEmbed(documentElement.clientWidth)));
    observer.observe(documentElement);
    return () => observer.disconnect();
  }, []);
  return narrow;
}

function withNetwork(tabs: readonly TabPanel[]): readonly TabPanel[] {
  return tabPanels.filter((id) => id === 'network' || tabs.includes(id));
}
