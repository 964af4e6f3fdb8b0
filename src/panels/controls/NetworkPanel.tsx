import { inputCountOf } from '../../experiment/document/dataKinds.ts';
import { pictureKindOf } from '../../experiment/document/pictureKind.ts';
import { t } from '../../i18n/index.ts';
import { methods } from '../../model/methods/index.ts';
import { activations, cells, maxConvolutions, networks } from '../../model/networks/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { pictureViews } from '../views/pictureViews.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { ToggleField } from './fields/ToggleField.tsx';
import { Group } from './Group.tsx';
import { groupIcons } from './groupIcons.tsx';
import { LayerWidths } from './LayerWidths.tsx';

/** The function f(x, w): the kind of network, its layers and their activation. */
export function NetworkPanel() {
  const { hasConvolutions, hasCells } = useExperiment(({ network }) => networks[network.kind]);
  const { windowed } = pictureViews[useExperiment(pictureKindOf)];
  return (
    <Group title={t('Network')} concept="data" icon={groupIcons.network}>
      <KindField />
      {windowed && <WindowField />}
      {hasConvolutions && <ConvolutionFields />}
      {hasCells ? <RecurrentFields /> : <DenseFields afterConvolutions={hasConvolutions} />}
    </Group>
  );
}

/** The kind of network, where the data leave a choice. */
function KindField() {
  const kind = useExperiment(({ network }) => network.kind);
  const inputs = useExperiment(inputCountOf);
  const { networkKinds } = pictureViews[useExperiment(pictureKindOf)];
  const plain = !networkKinds || inputs < 2;
  if (plain && networks[kind].fullyConnected) return null;
  return (
    <>
      <MenuField
        path="network.kind"
        label={t('Kind')}
        choices={choicesOf(networks)}
        help={t(
          'How the network reads its inputs: all at once (dense), patch by patch (convolutional) or step by step (recurrent).',
        )}
      />
      <p className={styles.teaches} data-room="3">
        {t(networks[kind].teaches)}
      </p>
    </>
  );
}

/** The length of the network's input for a series. */
function WindowField() {
  return (
    <SliderField
      path="network.window"
      label={t('Window')}
      unit={t('steps')}
      // A single step contains no trend, and long windows train slowly.
      scale={{ minimum: 2, maximum: 60, logarithmic: true }}
      help={t('Time steps that the network sees before the one that it predicts.')}
    />
  );
}

function DenseFields({ afterConvolutions }: { readonly afterConvolutions: boolean }) {
  return (
    <>
      <LayerWidths
        path="network.hidden"
        label={afterConvolutions ? t('Dense layers') : t('Hidden layers')}
        help={t(
          'Units in each hidden layer, from input to output. Without any, the model is a straight line.',
        )}
        words={{
          counts: (number) => t('Units in hidden layer {number}', { number }),
          remove: (number) => t('Remove hidden layer {number}', { number }),
          add: t('Add a hidden layer'),
        }}
        ends={[afterConvolutions ? '…' : 'x', 'y']}
      />
      <MenuField
        path="network.activation"
        label={t('Activation')}
        choices={choicesOf(activations)}
        help={t(
          'The nonlinear function in every hidden unit. Away from the data, ReLU continues as straight lines; tanh becomes flat.',
        )}
      />
    </>
  );
}

function ConvolutionFields() {
  const inputs = useExperiment(inputCountOf);
  return (
    <>
      <LayerWidths
        path="network.channels"
        label={t('Convolutions')}
        help={t(
          'Filters in each convolution. After each, the image is halved: the largest value of every 2 × 2 block is kept.',
        )}
        words={{
          counts: (number) => t('Filters in convolution {number}', { number }),
          remove: (number) => t('Remove convolution {number}', { number }),
          add: t('Add a convolution'),
        }}
        // Each convolution halves the image.
        most={maxConvolutions(Math.sqrt(inputs))}
        ends={['x', '…']}
      />
      <SliderField
        path="network.kernelSize"
        label={t('Filter size')}
        scale={{ logarithmic: false, step: 2 }}
        help={t('Side of every filter in pixels.')}
      />
    </>
  );
}

function RecurrentFields() {
  const fitted = useExperiment(({ inference }) => methods[inference.method].fitsDistribution);
  return (
    <>
      <MenuField
        path="network.cell"
        label={t('Cell')}
        choices={choicesOf(cells)}
        help={t(
          'How the cell updates its state: through gates (LSTM, GRU), or by replacing it at every step (simple).',
        )}
      />
      <LayerWidths
        path="network.hidden"
        label={t('Units')}
        help={t('Units in each cell. A second cell reads the output of the first at every step.')}
        words={{
          counts: (number) => t('Units in cell {number}', { number }),
          remove: (number) => t('Remove cell {number}', { number }),
          add: t('Add a cell'),
        }}
        ends={['x', 'y']}
      />
      {fitted && (
        <ToggleField
          path="network.sharpening"
          label={t('Sharpen the posterior')}
          help={t(
            'Gives each minibatch its own weights, shifted from the draw along its gradient, at the cost of their KL (Fortunato et al. 2017).',
          )}
        />
      )}
    </>
  );
}
