import { type ReactNode, useEffect, useRef } from 'react';
import { type PanelId, usualPanels } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import buttons from './buttons.module.css';
import { Icon, type IconName } from './icons.tsx';
import { usePlayground } from './playgroundContext.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  /** The panel that is this sheet: closing takes it out of the view. */
  readonly panel: PanelId;
  readonly title: string;
  /** Beside the title. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** A demonstration of its own, over the page, whose own run rests meanwhile. Escape closes; focus returns. */
export function Sheet({ panel, title, head, children }: SheetProps) {
  const { store, change, pause } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = `${panel}-title`;
  useEffect(() => {
    if (store.getState().run.kind === 'training') pause();
    dialog.current?.showModal();
  }, [store, pause]);
  const close = () => {
    const others = store.getState().experiment.view.panels.filter((other) => other !== panel);
    change({ 'view.panels': others.length > 0 ? others : usualPanels });
  };
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onClose={close}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {head}
        <button
          type="button"
          className={`${buttons.button} ${styles.close}`}
          aria-label={t('Close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

interface SheetButtonProps {
  readonly panel: PanelId;
  readonly icon: IconName;
  readonly label: string;
  readonly title: string;
  /** With its name beside the icon. */
  readonly named: boolean;
}

/** Opens a sheet. */
export function SheetButton({ panel, icon, label, title, named }: SheetButtonProps) {
  const { store, change } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.button}
      aria-haspopup="dialog"
      aria-label={label}
      title={title}
      onClick={() => change({ 'view.panels': [...store.getState().experiment.view.panels, panel] })}
    >
      <Icon name={icon} />
      {named && label}
    </button>
  );
}
