import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { registeredDataset } from '../../model/datasets/index.ts';
import { networks } from '../../model/networks/index.ts';
import { useExperiment } from '../ui/playgroundContext.ts';
import views from '../ui/views.module.css';
import { datasetChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import styles from './SimpleControls.module.css';
import { HiddenUnitsField, PointCountField, PriorWidthField } from './SimpleFields.tsx';

/** The controls of a first visit. toAll: the button that opens all controls. */
export function SimpleControls({ toAll }: { readonly toAll: ReactNode }) {
  const isRegistered = useExperiment(({ dataset }) => registeredDataset(dataset.id) !== null);
  // Filters are chosen among all controls.
  const hasUnits = useExperiment(({ network }) => networks[network.kind].hidden.length > 0);
  const choices = [
    ...datasetChoices(),
    ...(isRegistered ? [] : [{ value: 'custom', label: t('Your own data') }]),
  ];
  return (
    <section className={views.view} aria-label={t('Controls')}>
      <div className={styles.fields}>
        <MenuField
          path="dataset.id"
          label={t('Data set')}
          wide
          brief
          choices={choices}
          help={t('What the network learns from. Each data set shows one thing, named underneath.')}
        />
        <PointCountField plain />
        <PriorWidthField />
        {hasUnits && <HiddenUnitsField />}
      </div>
      <div className={styles.foot}>{toAll}</div>
    </section>
  );
}
