import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { fileOfPage } from '../addresses.ts';
import { useLesson } from './LessonContext.ts';

interface FormulaProps {
  /** The symbols in it, as ids of the notation page, separated by commas. */
  readonly symbols: string;
  readonly children: ReactNode;
}

/** A display formula with a link to its symbols on the notation page. The build puts every one into this component. */
export function Formula({ symbols, children }: FormulaProps) {
  const page = fileOfPage('notation', useLesson().language);
  return (
    <div className="formula">
      {children}
      <a href={`${page}#symbols=${symbols}`} aria-label={t('Notation of this formula')} data-keeps-theme>
        {t('Notation')}
      </a>
    </div>
  );
}
