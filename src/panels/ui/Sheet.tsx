import { type ReactNode, useEffect } from 'react';
import { type PanelId, usualPanels } from '../../experiment/document/experiment.ts';
import buttons from './buttons.module.css';
import { DialogHead, ModalDialog } from './ModalDialog.tsx';
import { Part } from './Part.tsx';
import { usePlayground } from './playgroundContext.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  /** The id of the sheet in view.panels; closing the sheet removes it there. */
  readonly panel: PanelId;
  readonly title: string;
  /** Beside the title. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** A view that covers the page, open while it is mounted. The page's run is paused meanwhile. */
export function Sheet({ panel, title, head, children }: SheetProps) {
  const { hold } = usePlayground();
  const id = `${panel}-title`;
  useEffect(() => hold(), [hold]);
  const removePanel = useRemovePanel(panel);
  return (
    <ModalDialog className={styles.sheet} aria-labelledby={id} onClose={removePanel}>
      {(close) => (
        <>
          <DialogHead
            title={title}
            id={id}
            className={styles.head}
            closeClassName={styles.close}
            onClose={close}
          >
            {head}
          </DialogHead>
          {children}
        </>
      )}
    </ModalDialog>
  );
}

/** Removes a panel from the view. */
function useRemovePanel(panel: PanelId): () => void {
  const { store, change } = usePlayground();
  return () => {
    const others = store.getState().experiment.view.panels.filter((other) => other !== panel);
    change({ 'view.panels': others.length > 0 ? others : usualPanels });
  };
}

/** A sheet that is loaded when it is opened. */
export function SheetPart({ panel, children }: Pick<SheetProps, 'panel' | 'children'>) {
  return <Part onClose={useRemovePanel(panel)}>{children}</Part>;
}

interface SheetButtonProps {
  readonly panel: PanelId;
  readonly label: string;
  readonly title: string;
}

/** Opens a sheet by adding its panel to the view. */
export function SheetButton({ panel, label, title }: SheetButtonProps) {
  const { store, change } = usePlayground();
  return (
    <button
      type="button"
      className={buttons.word}
      aria-haspopup="dialog"
      title={title}
      onClick={() => change({ 'view.panels': [...store.getState().experiment.view.panels, panel] })}
    >
      {label}
    </button>
  );
}
