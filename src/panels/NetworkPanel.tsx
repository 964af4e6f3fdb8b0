import { activations } from '../networks/index.ts';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { Group } from './Group.tsx';
import { glyphs } from './glyphs.tsx';
import { HiddenLayers } from './HiddenLayers.tsx';

/** The function f(x, w): hidden layers and their activation. */
export function NetworkPanel() {
  return (
    <Group title="Network" concept="data" glyph={glyphs.network}>
      <HiddenLayers />
      <MenuField
        path="network.activation"
        label="Activation"
        choices={choicesOf(activations)}
        help="The bend in every hidden unit. ReLU goes on as straight lines away from the data; tanh flattens out there."
      />
    </Group>
  );
}
