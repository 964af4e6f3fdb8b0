import { engineNames } from '../experiment/backends.ts';
import { type EngineChoice, engineChoices } from '../experiment/experiment.ts';
import { useField } from './fields/useField.ts';
import { Icon } from './icons.tsx';
import { Popover } from './Popover.tsx';
import { usePlaygroundState } from './playground.ts';
import sheets from './sheets.module.css';
import styles from './Toolbar.module.css';

const choiceNames: Readonly<Record<EngineChoice, string>> = {
  auto: 'Automatic: the fastest here',
  wasm: engineNames.wasm,
  webgl: engineNames.webgl,
  tfjs: 'TensorFlow.js',
  reference: engineNames.reference,
};

/** What computes, and a choice of it. */
export function EngineMenu() {
  const engine = usePlaygroundState((state) => state.engine);
  const name = engine ? engineNames[engine.backend] : 'Loading…';
  return (
    <Popover
      label={`Engine: ${name}`}
      title={engine?.reason}
      className={styles.engine}
      align="end"
      button={
        <>
          <span>{name}</span>
          <Icon name="more" />
        </>
      }
    >
      <EngineChoices />
    </Popover>
  );
}

/** Which engine runs and why, and the choice to pin one. */
export function EngineChoices() {
  const engine = usePlaygroundState((state) => state.engine);
  const { value, set } = useField('view.engine');
  return (
    <>
      <p className={sheets.sheetText}>{engine ? `${engine.reason}.` : 'The engine is being loaded.'}</p>
      <div role="radiogroup" aria-label="Engine">
        {engineChoices.map((id) => (
          <label key={id} className={sheets.choice}>
            <input type="radio" name="engine" checked={id === value} onChange={() => set(id)} />
            {choiceNames[id]}
          </label>
        ))}
      </div>
      <p className={sheets.sheetText}>Each computes the same algorithm on the same noise.</p>
    </>
  );
}
