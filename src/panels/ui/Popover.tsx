import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './Popover.module.css';

/** Distance to the edge of the window, and minimum height, in pixels. */
const MARGIN = 8;
const LOWEST = 160;

/** Moves a popover into the window and limits its height to the space below its button. */
function fitIn(sheet: HTMLElement): void {
  sheet.style.translate = '';
  const { left, right, top } = sheet.getBoundingClientRect();
  const room = document.documentElement.clientWidth - MARGIN;
  sheet.style.translate = `${Math.max(MARGIN - left, Math.min(0, room - right))}px`;
  sheet.style.maxHeight = `${Math.max(LOWEST, window.innerHeight - top - MARGIN)}px`;
}

/**
 * Whether focus or a press at a target leaves a popover. A dialog that opens above it does not close it, so that the
 * focus can return to its button.
 */
function leaves(popover: Element, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || popover.contains(target)) return false;
  return target.closest('dialog') === popover.closest('dialog');
}

const ClosePopover = createContext<() => void>(() => {});

/** Closes the popover around a component; does nothing outside one. */
export function useClosePopover(): () => void {
  return useContext(ClosePopover);
}

interface PopoverProps {
  /** Accessible name of the button. */
  readonly label: string;
  readonly title?: string | undefined;
  readonly button: ReactNode;
  readonly className?: string | undefined;
  /** Edge of the button with which the popover is aligned. */
  readonly align?: 'start' | 'end';
  /** The content; `useClosePopover` closes the popover from inside. */
  readonly children: ReactNode;
}

/** A button with a popover below it, which closes on Escape, on a press outside, and when it loses focus. */
export function Popover({ label, title, button, className, align = 'start', children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  useLayoutEffect(() => {
    const element = sheet.current;
    if (!open || !element) return;
    fitIn(element);
    const observer = new ResizeObserver(() => fitIn(element));
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (root.current && leaves(root.current, event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  return (
    <span
      ref={root}
      className={styles.root}
      role="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // Presenting ends on Escape, but not with the popover.
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (leaves(event.currentTarget, event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={title}
        onClick={() => setOpen((now) => !now)}
      >
        {button}
      </button>
      {open && (
        <div ref={sheet} id={id} className={styles.sheet} data-align={align} role="group" aria-label={label}>
          <ClosePopover value={close}>{children}</ClosePopover>
        </div>
      )}
    </span>
  );
}
