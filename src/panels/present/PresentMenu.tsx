import { type PanelId, panelIds } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useExperiment, usePlayground } from '../ui/playgroundContext.ts';
import { toggleFullScreen } from './fullScreen.ts';
import styles from './Present.module.css';

/** Panels that can be shown and hidden individually, with their names. */
const panelChoices = (): readonly (readonly [PanelId, string])[] => [
  ['controls', t('Controls')],
  ['predictive', t('Predictive')],
  ['cost', t('Free energy and objective')],
  ['calibration', t('Calibration')],
  ['weights', t('Network and weights')],
];

/** Menu for projectors and print: large type, visible panels, full screen, print. */
export function PresentMenu() {
  return (
    <Popover
      label={t('Present')}
      title={t('Present: projector, panels, full screen, print')}
      align="end"
      className={buttons.button}
      button={<Icon name="present" />}
    >
      <PresentChoices />
    </Popover>
  );
}

export function PresentChoices() {
  const { change } = usePlayground();
  const large = useExperiment(({ view }) => view.present);
  const panels = useExperiment(({ view }) => view.panels);
  const toggle = (id: PanelId) => {
    const next = panelIds.filter((other) => panels.includes(other) !== (other === id));
    if (next.length > 0) change({ 'view.panels': next });
  };
  return (
    <div className={styles.present}>
      <label>
        <input
          type="checkbox"
          checked={large}
          onChange={(event) => change({ 'view.present': event.target.checked })}
        />
        {t('Large, for a projector')}
      </label>
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
