import type { Experiment } from '../experiment/document/experiment.ts';
import { experimentDomains, experimentSplit } from '../experiment/pictures/data.ts';
import { t } from '../i18n/index.ts';
import { datasetLoaded, datasets } from '../model/datasets/index.ts';

const [WIDTH, HEIGHT] = [800, 360];
/** More points than this are thinned out. */
const MAX_POINTS = 300;
const namespace = 'http://www.w3.org/2000/svg';

/**
 * A picture of an experiment before it is trained: its points, where they have a place in the plane, and nothing that only
 * training can tell; else the name of its data.
 */
export function neutralPicture(experiment: Experiment): SVGElement {
  const { id } = experiment.dataset;
  const name = id === 'custom' ? t('Your own data') : t(datasets[id].label);
  const picture = make('svg', { class: 'shell-picture', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' });
  picture.setAttribute('aria-label', name);
  const places = placesOf(experiment);
  if (places.length > 0) picture.append(...places.map(([x, y]) => make('circle', { cx: x, cy: y, r: 4 })));
  else {
    const words = make('text', { x: WIDTH / 2, y: HEIGHT / 2 });
    words.textContent = name;
    picture.append(words);
  }
  return picture;
}

function placesOf(experiment: Experiment): readonly (readonly [number, number])[] {
  if (!datasetLoaded(experiment.dataset.id)) return [];
  const { training } = experimentSplit(experiment);
  const { task } = experiment.dataset;
  const inputs = training[0]?.x.length ?? 0;
  const isPlane = task === 'classification' && inputs === 2;
  if (!isPlane && !(task === 'regression' && inputs === 1)) return [];
  const [xDomain, yDomain] = experimentDomains(experiment, training);
  const stride = Math.ceil(training.length / MAX_POINTS);
  const at = (value: number, [from, to]: readonly [number, number], size: number) =>
    Math.round((size * (value - from)) / (to - from));
  return training
    .filter((_, index) => index % stride === 0)
    .map(({ x, y }) => [at(x[0]!, xDomain, WIDTH), HEIGHT - at(isPlane ? x[1]! : y, yDomain, HEIGHT)]);
}

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
