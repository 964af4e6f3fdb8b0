import { type ChapterSlug, chapterSlugs } from './chapters.ts';

/** A way through the chapters. Labels are English; they are translated where they are shown. */
export interface Path {
  readonly label: string;
  /** Whom it is for, or what it shows. */
  readonly about: string;
  readonly chapters: readonly ChapterSlug[];
}

/** The marked paths, the shortest first. */
export const paths = {
  idea: {
    label: 'The idea',
    about: 'What a network with uncertain weights says, why it averages, and where it is wrong.',
    chapters: ['distribution', 'averaging', 'mean-field'],
  },
  algorithm: {
    label: 'The algorithm',
    about: 'If you know what a posterior is: how Bayes by Backprop approximates it.',
    chapters: ['simpler-q', 'reparameterisation', 'bayes-by-backprop'],
  },
  everything: {
    label: 'Everything',
    about: 'All chapters in order.',
    chapters: chapterSlugs,
  },
} as const satisfies Record<string, Path>;

/** The marked paths other than the whole that a chapter is part of. */
export function pathsThrough(slug: string): readonly Path[] {
  const { idea, algorithm } = paths;
  return [idea, algorithm].filter(({ chapters }: Path) => chapters.some((chapter) => chapter === slug));
}
