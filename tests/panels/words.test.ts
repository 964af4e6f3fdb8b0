import { expect, it } from 'vitest';
import { setFields } from '../../src/experiment/changes.ts';
import { defaultExperiment } from '../../src/experiment/defaults.ts';
import { faultText } from '../../src/panels/fields/faultText.ts';
import { stageCaption } from '../../src/panels/stageCaption.ts';

it('beside a control, a fault does not repeat the path of its field', () => {
  const refused = setFields(defaultExperiment(), { 'inference.samples': 0 });
  const messages = 'faults' in refused ? refused.faults.map(faultText) : [];
  expect(messages).toEqual(['0 is not between 1 and 64']);
});

it('the caption tells loading, the prior, training, a pause and a broken run apart', () => {
  const captions = [
    stageCaption('idle', null),
    stageCaption('idle', 0),
    stageCaption('training', 12),
    stageCaption('paused', 12),
    stageCaption('diverged', 12),
    stageCaption('failed', 12),
  ];
  expect(new Set(captions).size).toBe(captions.length);
});
