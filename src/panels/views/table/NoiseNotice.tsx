import { useEffect } from 'react';
import { tableRows } from '../../../experiment/pictures/table.ts';
import { t } from '../../../i18n/index.ts';
import { usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import { noiseContradictionText } from './noiseContradictionText.ts';

/** Gives notice, when training pauses, of residuals that contradict the fixed noise. */
export function NoiseNotice() {
  const { store, notify, change } = usePlayground();
  const isPaused = usePlaygroundState(({ run }) => run.kind === 'paused' && run.step > 0);
  useEffect(() => {
    if (!isPaused) return;
    const state = store.getState();
    const predictive = predictiveOfKind(state.snapshot?.predictive, 'table');
    const actual = tableRows(state).rows.map(({ y }) => y);
    const text = predictive && noiseContradictionText(state.experiment, predictive, actual);
    if (text)
      notify(text, {
        label: t('Learn the noise'),
        act: () => change({ 'likelihood.learn': true }),
      });
  }, [isPaused, store, notify, change]);
  return null;
}
