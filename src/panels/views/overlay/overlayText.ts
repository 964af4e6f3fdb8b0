import { t } from '../../../i18n/index.ts';
import { methods, samplingMethod } from '../../../model/methods/index.ts';
import { formatNumber, formatPercent } from '../../../plots/frame/format.ts';
import { overlayName } from '../../../store/methodRuns.ts';
import type { Overlay, OverlayMethod } from '../../../store/state.ts';
import { rHatText, verdict } from './chainFacts.ts';

/** The state of the overlay in one line: 'HMC: 38 %, R-hat 1.02'. */
export function overlayText(overlay: Overlay): string {
  if (overlay.kind === 'off') return '';
  if (overlay.kind === 'failed') return overlay.message;
  const chains = overlay.snapshot?.chains ?? null;
  const rHat = chains?.rHat ?? null;
  if (overlay.kind === 'running') {
    const share = formatPercent(Math.floor((100 * overlay.step) / overlay.steps) / 100);
    if (!chained(overlay.by)) return `${titled(overlay.by)}: ${share}`;
    return rHat === null
      ? t('HMC: {share}, warming up', { share })
      : t('HMC: {share}, R-hat {rHat}', { share, rHat: rHatText(rHat) });
  }
  if (overlay.by === 'exact') return t('The posterior itself, by its formula: no draws, no error.');
  if (!chained(overlay.by))
    return t('{name}: trained beside this run, on the same data and seed.', { name: titled(overlay.by) });
  const draws = formatNumber(chains?.effectiveSampleSize ?? Number.NaN);
  return t('HMC: R-hat {rHat}, {verdict}; worth {draws} independent draws.', {
    rHat: rHatText(rHat),
    verdict: verdict(rHat),
    draws,
  });
}

/** The same for screen readers, without the percentage, so that only changes of state are announced. */
export function overlayAnnouncement(overlay: Overlay): string {
  return overlay.kind === 'running' ? t('{name} runs.', { name: titled(overlay.by) }) : overlayText(overlay);
}

const chained = (by: OverlayMethod): boolean => by !== 'exact' && methods[by].chains;

/** Its name at the beginning of a sentence. */
export function titled(by: OverlayMethod): string {
  const name = overlayName(by);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether it is the posterior itself, exact or by sampling, as opposed to another approximation. */
export function isPosterior(by: OverlayMethod): boolean {
  return by === 'exact' || by === samplingMethod;
}
