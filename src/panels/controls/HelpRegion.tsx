import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { t } from '../../i18n/index.ts';
import styles from './HelpRegion.module.css';

interface Help {
  readonly title: string;
  readonly text: string;
}

/** The help of the control that an event hits: the text of the element marked data-help. */
function helpAt(event: SyntheticEvent): Help | null {
  if (!(event.target instanceof Element)) return null;
  const described = event.target.closest(':has(> [data-help])')?.querySelector(':scope > [data-help]');
  return described
    ? { title: described.getAttribute('data-help') ?? '', text: described.textContent ?? '' }
    : null;
}

/** Scrolls its controls; a strip of fixed height below them shows the help of the control that is hovered or focused. */
export function HelpRegion({ children }: { readonly children: ReactNode }) {
  const [help, setHelp] = useState<Help | null>(null);
  const show = (event: SyntheticEvent) => {
    const found = helpAt(event);
    if (found) setHelp((known) => (known?.text === found.text ? known : found));
  };
  return (
    <div className={styles.region} role="group" onPointerOver={show} onFocus={show}>
      <div className={styles.scroller}>{children}</div>
      <p className={styles.strip} aria-hidden="true">
        {help ? (
          <>
            <b>{help.title}.</b> {help.text}
          </>
        ) : (
          t('Point at a control, or tap it, to read what it does. ↻ marks those that restart training.')
        )}
      </p>
    </div>
  );
}
