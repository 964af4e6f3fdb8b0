import type { ReactNode } from 'react';
import own from './TwoConvolutions.module.css';

interface MapRowProps {
  readonly title: string;
  readonly notes: readonly string[];
  /** Three pictures. */
  readonly children: ReactNode;
}

/** A row of pictures with its title beside it, or above it on a phone. */
export function MapRow({ title, notes, children }: MapRowProps) {
  return (
    <section className={own.row} aria-label={title}>
      <div className={own.label}>
        <strong>{title}</strong>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {children}
    </section>
  );
}
