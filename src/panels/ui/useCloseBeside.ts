import { type RefObject, useEffect } from 'react';

/**
 * Closes an open modal dialog without padding on a click beside it, as `closedby="any"` does, which WebKit does not know.
 * The target of such a click is the dialog itself.
 */
export function useCloseBeside(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    let pressedBeside = false;
    // A drag may begin inside and end beside the dialog.
    const press = ({ target }: PointerEvent) => {
      pressedBeside = target === element;
    };
    const click = ({ target }: MouseEvent) => {
      if (pressedBeside && target === element) element.close();
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('click', click);
    };
  }, [dialog]);
}
