import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import type { TermId } from './glossary.ts';
import styles from './LegendToggle.module.css';
import { useTerm } from './useTerm.tsx';

interface LegendToggleProps {
  /** Whether its marks are drawn. */
  readonly shown: boolean;
  readonly onToggle: () => void;
  readonly swatch: ReactNode;
  /** What the marks are. */
  readonly name: string;
}

/** An entry of a legend that shows and hides its marks; it keeps its place while they are hidden. */
export function LegendToggle({ term, ...entry }: LegendToggleProps & { readonly term?: TermId }) {
  return term ? <TermToggle {...entry} term={term} /> : <Toggle {...entry} />;
}

function TermToggle({ term, ...entry }: LegendToggleProps & { readonly term: TermId }) {
  const { handlers, sentenceId, answer } = useTerm(term);
  return (
    <>
      <Toggle {...entry} answers={{ ...handlers, 'aria-describedby': sentenceId }} />
      {answer}
    </>
  );
}

function Toggle({
  shown,
  onToggle,
  swatch,
  name,
  answers,
}: LegendToggleProps & { readonly answers?: object }) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={shown}
      title={answers ? undefined : shown ? t('Hide') : t('Show')}
      onClick={onToggle}
      {...answers}
    >
      {swatch}
      <span className={answers && styles.word}>{name}</span>
    </button>
  );
}
