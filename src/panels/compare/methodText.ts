import { type Doubt, doubtOf } from '../../experiment/scores/doubt.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { methods } from '../../model/methods/index.ts';
import { formatNumber, formatPercent } from '../../plots/frame/format.ts';
import type { PlaygroundState } from '../../store/state.ts';
import { chainsText } from '../views/overlay/chainFacts.ts';
import { formatDoubt } from '../views/overlay/formatDoubt.ts';
import { shownPredictive } from '../views/overlay/overlayPicture.ts';
import { isPosterior } from '../views/overlay/overlayText.ts';
import type { MethodRow } from './methodRows.ts';

/** Members agree where their spread is below this share of the noise, or their mutual information below this (nats). */
const AGREE_SHARE = 0.05;
const AGREE_NATS = 0.001;

/** Factors between two uncertainties within which they count as the same. */
const ALIKE = 1.15;

type Points = PlaygroundState['points'];

/** The epistemic uncertainty of a row; null while it is not known. */
export function doubtOfRow({ by, own, snapshot }: MethodRow, points: Points): Doubt | null {
  const predictive = own ? snapshot?.predictive : shownPredictive(by, snapshot);
  return predictive && snapshot ? doubtOf(predictive, points, snapshot.calibration) : null;
}

/** A doubt with its unit, and where it was measured. */
function valueText({ where, value: number }: Doubt): string {
  const value = formatDoubt(number);
  switch (where) {
    case 'gap':
      return t('± {value} in the gap', { value });
    case 'outside':
      return t('± {value} outside the data', { value });
    case 'rows':
      return t('± {value} over the rows', { value });
    case 'plane':
      return t('{value} nats over the map', { value });
    case 'classes':
      return t('{value} nats over the scored points', { value });
  }
}

/** What the column of epistemic uncertainty means. */
export function doubtMeaning(doubt: Doubt): string {
  switch (doubt.where) {
    case 'gap': {
      const [low, high] = doubt.gap.map(formatNumber) as [string, string];
      return t('epistemic: mean standard deviation in the widest gap of the data, x from {low} to {high}', {
        low,
        high,
      });
    }
    case 'outside':
      return t('epistemic: mean standard deviation where the plot has no data on either side');
    case 'rows':
      return t('epistemic: mean standard deviation over the rows');
    case 'plane':
      return t('epistemic: mutual information of class and weights in nats, averaged over the map');
    case 'classes':
      return t('epistemic: mutual information of class and weights in nats, averaged over the scored points');
  }
}

/** The noise that a spread is compared with; null for classes. */
function noiseOf({ snapshot }: MethodRow): number | null {
  const predictive = snapshot?.predictive;
  if (predictive?.kind !== 'curve') return null;
  return Math.min(...predictive.aleatoricSigma);
}

/** Whether the members of an ensemble are the same function, as far as the picture shows. */
function membersAgree(row: MethodRow, { where, value }: Doubt): boolean {
  if (where === 'plane' || where === 'classes') return value < AGREE_NATS;
  const noise = noiseOf(row);
  return noise !== null && value < AGREE_SHARE * noise;
}

/** The state of a row while there is nothing to see; null: there is. */
function stateText({ run, own }: MethodRow): string | null {
  if (own || run?.kind === 'done') return null;
  if (!run) return t('Not trained yet.');
  if (run.kind === 'waiting') return t('Waiting for the method before it.');
  if (run.kind === 'failed') return run.message;
  return null;
}

/** What to see of a method, in one or two sentences. reference: the row of the posterior itself; null while it is not known. */
export function methodText(row: MethodRow, reference: MethodRow | null, points: Points): string {
  const state = stateText(row);
  if (state !== null) return state;
  const chains = row.snapshot?.chains ?? null;
  const progress = chains ? chainsText(chains) : null;
  const doubt = doubtOfRow(row, points);
  if (!doubt) return progress ?? t('No picture yet.');
  const unsure = t('Unsure by {value}', { value: valueText(doubt) });
  if (isPosterior(row.by))
    return progress ? `${unsure}. ${progress}` : t('{unsure}, without error.', { unsure });
  const method = row.by === 'exact' ? null : methods[row.by];
  if (method?.pointEstimate)
    return t('{unsure}, by construction: one network cannot disagree with itself.', { unsure });
  if (method?.rows === 'samples' && membersAgree(row, doubt))
    return t(
      '{unsure}: its {count} members agree. From different initial weights each found the same function; a wider prior would let them differ.',
      { unsure, count: formatWhole(row.samples) },
    );
  const against = reference && doubtOfRow(reference, points);
  if (!reference || !against || !method?.comparison) return `${unsure}.`;
  return comparedText(unsure, doubt.value, against.value, {
    posterior: reference.by === 'exact' ? t('the exact posterior') : 'HMC',
    because: t(method.comparison.overconfidenceReason),
  });
}

function comparedText(
  unsure: string,
  value: number,
  posteriorValue: number,
  names: { readonly posterior: string; readonly because: string },
): string {
  const ratio = posteriorValue / value;
  const times = formatNumber(Number(Math.max(ratio, 1 / ratio).toPrecision(2)));
  if (ratio > ALIKE)
    return t('{unsure}; {posterior} is {times} times as unsure: {because}.', { unsure, times, ...names });
  if (ratio < 1 / ALIKE)
    return t('{unsure}: {times} times as unsure as {posterior}.', {
      unsure,
      times,
      posterior: names.posterior,
    });
  return t('{unsure}, about as {posterior}.', { unsure, posterior: names.posterior });
}

/** How far the training of a row is: 'step 1,480', '38 %', 'done'. */
export function progressText({ own, run, snapshot }: MethodRow): string {
  if (own) return t('this run, step {step}', { step: formatWhole(snapshot?.step ?? 0) });
  if (!run) return t('not trained');
  if (run.kind === 'waiting') return t('waiting');
  if (run.kind === 'failed') return t('failed');
  return run.kind === 'done' ? t('done') : formatPercent(Math.floor((100 * run.step) / run.steps) / 100);
}
