import type { Experiment } from '../experiment/document/experiment.ts';
import type { Fault } from '../experiment/document/fields.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { decodeLink } from '../experiment/link/link.ts';

/** Parts of the view that belong to the embed: an experiment that does not speak of them leaves them as they are. */
const kept = ['panels', 'theme', 'engine', 'present', 'units'] as const;

/** A legal experiment, and which parts of the embed's view it speaks of. */
export interface SentExperiment {
  readonly experiment: Experiment;
  readonly named: readonly (typeof kept)[number][];
}

/** What a host sent: a document, or the text of a link. Here everything must be right: a host can correct itself. */
export function experimentOf(sent: unknown): SentExperiment | { readonly faults: readonly Fault[] } {
  if (typeof sent === 'string') {
    const { experiment, notices } = decodeLink(sent);
    if (notices.length > 0) return { faults: notices };
    return { experiment, named: kept.filter((name) => sent.includes(`view.${name}=`)) };
  }
  const resolved = resolveExperiment(sent);
  if ('faults' in resolved) return resolved;
  const view = isRecord(sent) && isRecord(sent.view) ? sent.view : {};
  return { experiment: resolved.experiment, named: kept.filter((name) => Object.hasOwn(view, name)) };
}

/** The experiment as an embed opens it: at rest, in the embed's own view where it does not speak of one. */
export function withinEmbed({ experiment, named }: SentExperiment, shown: Experiment): Experiment {
  const own = Object.fromEntries(
    kept.filter((name) => !named.includes(name)).map((name) => [name, shown.view[name]]),
  );
  return { ...experiment, view: { ...experiment.view, ...own, embed: true, autoplay: false } };
}
