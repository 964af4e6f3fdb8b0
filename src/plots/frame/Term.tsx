import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { glossary, type TermId } from './glossary.ts';
import styles from './Term.module.css';
import { useTerm } from './useTerm.tsx';

interface TermProps {
  readonly id: TermId;
  /** Id of the word in the document. */
  readonly wordId?: string;
  /** The word as it stands here; default: as in the glossary. */
  readonly children?: ReactNode;
}

/** A technical word that answers to pointing, focus and tap with its sentence of the glossary. */
export function Term({ id, wordId, children }: TermProps) {
  const { handlers, isOpen, open, sentenceId, answer } = useTerm(id);
  return (
    <>
      <button
        type="button"
        id={wordId}
        className={styles.term}
        aria-expanded={isOpen}
        aria-describedby={sentenceId}
        onClick={(event) => open(event.currentTarget)}
        {...handlers}
      >
        {children ?? t(glossary[id].word)}
      </button>
      {answer}
    </>
  );
}
