import type { Experiment } from '../experiment/document/experiment.ts';
import type { Fault } from '../experiment/document/fields.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { decodeLink } from '../experiment/link/link.ts';

/** View settings of the embed that a sent experiment keeps unless it sets them. */
const kept = ['panels', 'theme', 'engine', 'present', 'units'] as const;

/** A valid experiment, and the view settings that it sets. */
export interface SentExperiment {
  readonly experiment: Experiment;
  readonly named: readonly (typeof kept)[number][];
}

/**
 * Reads the experiment of a host: a document, or the text of a link. Unlike in an address, any fault rejects it, since
 * a program can correct it.
 */
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

/** The experiment as the embed opens it: paused, with the embed's own view settings where it sets none. */
export function withinEmbed({ experiment, named }: SentExperiment, shown: Experiment): Experiment {
  const own = Object.fromEntries(
    kept.filter((name) => !named.includes(name)).map((name) => [name, shown.view[name]]),
  );
  return { ...experiment, view: { ...experiment.view, ...own, embed: true, autoplay: false } };
}
