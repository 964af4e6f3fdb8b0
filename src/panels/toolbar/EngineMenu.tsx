import { type EngineChoice, engineChoices } from '../../experiment/document/experiment.ts';
import { engineNames } from '../../experiment/engine/backends.ts';
import { t } from '../../i18n/index.ts';
import { useField } from '../controls/fields/useField.ts';
import { usePlaygroundState } from '../ui/playgroundContext.ts';
import sheets from '../ui/sheets.module.css';

const choiceNames = (): Readonly<Record<EngineChoice, string>> => ({
  auto: t('Automatic: the fastest here'),
  wasm: t(engineNames.wasm),
  webgl: t(engineNames.webgl),
  tfjs: 'TensorFlow.js',
  reference: t(engineNames.reference),
});

/** The running engine, the reason for it, and a choice to fix one. */
export function EngineChoices() {
  const engine = usePlaygroundState((state) => state.engine);
  const { value, set } = useField('view.engine');
  const names = choiceNames();
  return (
    <>
      <p className={sheets.sheetText}>
        {engine
          ? t('{engine} runs. {reason}.', { engine: t(engineNames[engine.backend]), reason: engine.reason })
          : t('The engine is being loaded.')}
      </p>
      <div role="radiogroup" aria-label={t('Engine')}>
        {engineChoices.map((id) => (
          <label key={id} className={sheets.choice}>
            <input type="radio" name="engine" checked={id === value} onChange={() => set(id)} />
            {names[id]}
          </label>
        ))}
      </div>
      <p className={sheets.sheetText}>{t('Each computes the same algorithm on the same noise.')}</p>
    </>
  );
}
