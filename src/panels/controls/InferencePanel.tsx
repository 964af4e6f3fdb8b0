import { t } from '../../i18n/index.ts';
import { methods } from '../../model/methods/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { StepSpreadReadout } from '../views/cost/StepSpreadReadout.tsx';
import { ChainReadout } from '../views/overlay/ChainReadout.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { Group } from './Group.tsx';
import { groupIcons } from './groupIcons.tsx';
import { OptimizerFields } from './OptimizerFields.tsx';
import { VariationalFields } from './VariationalFields.tsx';

/** How the posterior is computed. Shows only the controls that the method uses. */
export function InferencePanel() {
  const method = useExperiment(({ inference }) => methods[inference.method]);
  return (
    <Group
      title={t('Inference')}
      term="posterior"
      concept="posterior"
      highlight="total"
      icon={groupIcons.inference}
    >
      <MenuField
        path="inference.method"
        label={t('Method')}
        wide
        choices={choicesOf(methods)}
        help={t(
          'How the weights of the predictions are found: by fitting a distribution, by training networks, or by drawing.',
        )}
      />
      <p className={styles.teaches} data-room="3">
        {t(method.teaches)} <cite>{t(method.source)}</cite>
      </p>
      {method.samples && (
        <SliderField
          path="inference.samples"
          label={t(method.samples.label)}
          symbol="S"
          scale={{ logarithmic: true }}
          help={t(method.samples.help)}
        />
      )}
      {method.fitsDistribution && <StepSpreadReadout className={styles.now} />}
      {/* One setting of the weights has nothing to draw. */}
      {!method.pointEstimate && (
        <SliderField
          path="prediction.samples"
          label={t('Draws')}
          symbol="S′"
          scale={{ logarithmic: true }}
          help={t(
            'How many functions the bands are computed from, each with weights of its own. Few: inexact bands.',
          )}
        />
      )}
      {method.samples && method.rows === 'one' && (
        <p className={styles.teaches}>{t('S: draws per training step. S′: draws per picture.')}</p>
      )}
      {method.dropout && (
        <SliderField
          path="inference.dropoutRate"
          label={t('Dropout rate')}
          symbol="p"
          scale={{ logarithmic: false, step: 0.01 }}
          help={t(
            'The probability with which each hidden unit is switched off. More: a wider epistemic band.',
          )}
        />
      )}
      {method.fitsDistribution && <VariationalFields />}
      {method.chains ? <ChainReadout /> : <OptimizerFields />}
    </Group>
  );
}
