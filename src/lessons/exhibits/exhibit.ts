import type { ComponentType } from 'react';

/** A live figure of a lesson. */
export interface ExhibitEntry {
  /** In English; translated where it is shown. */
  readonly title: string;
  /** The height of its box, which is reserved before it runs: see `.exhibit-box` in lesson.css. */
  readonly height: 'short' | 'medium' | 'tall' | 'plot' | 'stacked';
  readonly load: () => Promise<ComponentType>;
}
