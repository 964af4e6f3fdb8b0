import { type PanelId, panelIds, shownPanels } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Popover } from '../ui/Popover.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { toggleFullScreen } from './fullScreen.ts';
import styles from './Present.module.css';
import {
  choosePresentedControl,
  type PresentedControl,
  presentedControls,
  usePresentedControl,
} from './presentedControl.ts';

/** Panels that can be shown and hidden individually, with their names. */
const panelChoices = (): readonly (readonly [PanelId, string])[] => [
  ['controls', t('Controls')],
  ['predictive', t('Predictive')],
  ['cost', t('Free energy and objective')],
  ['calibration', t('Calibration')],
  ['network', t('Network')],
  ['weights', t('Network and weights')],
];

const controlNames = (): Readonly<Record<PresentedControl, string>> => ({
  prior: t('Prior width'),
  points: t('Number of points'),
  units: t('Hidden units'),
  none: t('None'),
});

/** Menu for projectors and print: presenting, visible panels, full screen, print. */
export function PresentMenu() {
  return (
    <Popover
      label={t('Present')}
      title={t('Present: projector, panels, full screen, print')}
      align="end"
      className={buttons.word}
      button={t('Present')}
    >
      <PresentChoices />
    </Popover>
  );
}

export function PresentChoices() {
  const { store, change } = usePlayground();
  const presenting = useExperiment(({ view }) => view.present);
  const panels = usePlaygroundState(({ experiment }) => shownPanels(experiment).join()).split(',');
  const control = usePresentedControl();
  const names = controlNames();
  const toggle = (id: PanelId) => {
    const now = shownPanels(store.getState().experiment);
    const next = panelIds.filter((other) => now.includes(other) !== (other === id));
    if (next.length > 0) change({ 'view.panels': next });
  };
  return (
    <div className={styles.present}>
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        onClick={() => change({ 'view.present': !presenting })}
      >
        {presenting ? t('Stop presenting') : t('Present the plot')}
      </button>
      <p className={styles.hint}>{t('It fills the window, for a projector; Escape leaves.')}</p>
      <fieldset>
        <legend>{t('With one control')}</legend>
        {presentedControls.map((id) => (
          <label key={id}>
            <input
              type="radio"
              name="presented-control"
              checked={id === control}
              onChange={() => choosePresentedControl(id)}
            />
            {names[id]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('Panels')}</legend>
        {panelChoices().map(([id, name]) => (
          <label key={id}>
            <input type="checkbox" checked={panels.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        {document.fullscreenEnabled && (
          <button type="button" className={buttons.button} onClick={toggleFullScreen}>
            {t('Full screen')}
          </button>
        )}
        <button type="button" className={buttons.button} onClick={() => window.print()}>
          {t('Print')}
        </button>
      </div>
    </div>
  );
}
