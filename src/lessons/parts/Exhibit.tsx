import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { type ExhibitName, exhibitEntry } from '../exhibits/index.ts';
import { ExhibitPicture } from './ExhibitPicture.tsx';

interface ExhibitProps {
  readonly name: ExhibitName;
  /** What to notice. */
  readonly children: ReactNode;
}

/**
 * An exhibit: its stored picture until it is started. `learn.ts` then mounts the exhibit in the same box, whose height
 * the style sheet reserves.
 */
export function Exhibit({ name, children }: ExhibitProps) {
  const { title, height } = exhibitEntry(name);
  return (
    <figure className="exhibit" data-exhibit={name} aria-label={t(title)}>
      <div className="exhibit-box" data-height={height}>
        <ExhibitPicture
          adapts
          name={name}
          alt={t('A picture of the exhibit “{title}”, before it runs', { title: t(title) })}
        />
        <button type="button" className="run" hidden>
          {t('Run it')}
        </button>
        <p className="failed" role="alert" hidden>
          {t('The exhibit could not be loaded. Check the connection and try again, or reload the page.')}
        </p>
      </div>
      <noscript>
        <p>{t('The picture stands still: running it needs JavaScript.')}</p>
      </noscript>
      <figcaption>
        <strong>{t(title)}.</strong> {children}
      </figcaption>
    </figure>
  );
}
