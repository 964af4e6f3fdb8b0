import { fileText } from '../../../src/lessons/trained/checkpointFile.ts';
import {
  type PosteriorName,
  shippedPosterior,
  shippedPosteriors,
} from '../../../src/lessons/trained/posteriors.ts';
import { widths } from '../../../src/lessons/trained/widths.ts';
import { measureWidth } from './measureWidth.ts';
import { samplePosterior } from './samplePosterior.ts';
import { fileOfRun, trainedNames } from './trainRun.ts';

/** How each shipped file is made, by its name. */
const files: Readonly<Record<string, () => Promise<string>>> = {
  ...Object.fromEntries(trainedNames.map((name) => [name, () => fileOfRun(name)])),
  ...Object.fromEntries(
    (Object.keys(shippedPosteriors) as PosteriorName[]).map((name) => {
      const { link, transitions, kept } = shippedPosterior(name);
      return [`posteriors/${name}`, async () => fileText(await samplePosterior(link, transitions, kept))];
    }),
  ),
  ...Object.fromEntries(
    widths.map((hidden) => [`widths/${hidden}`, async () => fileText(await measureWidth(hidden))]),
  ),
};

/** Names of all shipped files, without folder those of trained runs. */
export const fileNames: readonly string[] = Object.keys(files);

/** Trains, draws or measures what a file contains. */
export const contentsOf = (name: string): Promise<string> => files[name]!();
