import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../../i18n/index.ts';
import { chapterLink } from '../../i18n/lessonLocales.ts';
import { glossary, type TermId } from './glossary.ts';
import { LessonsFolder } from './LessonsFolder.ts';
import styles from './Term.module.css';

/** Time in ms that a pointer rests on a word before it answers, and that it may be away before the answer closes. */
const OPEN_DELAY_MS = 120;
const CLOSE_DELAY_MS = 220;

/** Distances in pixels: to the word, and to the edge of the window. */
const GAP = 6;
const MARGIN = 8;

/** Closes the answer that is open; null if none is. */
let closeOther: (() => void) | null = null;

/** What an element needs in order to answer for a term. */
export interface TermAnswer {
  /** Handlers of the element. */
  readonly handlers: {
    readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
    readonly 'data-glossary': TermId;
  };
  readonly isOpen: boolean;
  /** Opens the answer next to an element. */
  readonly open: (beside: HTMLElement) => void;
  /** Id of the sentence while it is open. */
  readonly sentenceId: string | undefined;
  /** The answer, directly after the element in the document; nothing while it is closed. */
  readonly answer: ReactNode;
}

/**
 * The answer of a technical word or control to pointing, focus and tap: one sentence and a link to its chapter, in a
 * popover of the top layer. remark: added to the sentence. One is open at a time; Escape, a press elsewhere, scrolling and loss of focus close it.
 */
export function useTerm(id: TermId, remark: string | null = null): TermAnswer {
  const [beside, setBeside] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const popover = useRef<HTMLSpanElement>(null);
  const sentenceId = useId();

  const close = useRef(() => setBeside(null)).current;
  const open = (element: HTMLElement) => {
    clearTimeout(timer.current);
    if (closeOther !== close) closeOther?.();
    closeOther = close;
    setBeside(element);
  };
  const later = (action: () => void, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(action, delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  useLayoutEffect(() => {
    const element = popover.current;
    if (!beside || !element) return;
    element.showPopover();
    place(element, beside.getBoundingClientRect());
  }, [beside]);

  useEffect(() => {
    if (!beside) return;
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && (beside.contains(target) || popover.current?.contains(target));
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    document.addEventListener('pointerdown', (event) => isInside(event.target) || close(), options);
    document.addEventListener('scroll', (event) => isInside(event.target) || close(), options);
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      },
      options,
    );
    return () => {
      listening.abort();
      if (closeOther === close) closeOther = null;
    };
  }, [beside, close]);

  // A finger leaves the element when it is lifted.
  const leave = ({ pointerType }: PointerEvent<HTMLElement>) => {
    if (pointerType !== 'touch') later(close, CLOSE_DELAY_MS);
  };
  const blur = (event: FocusEvent<HTMLElement>) => {
    const { relatedTarget } = event;
    if (relatedTarget instanceof Node && popover.current?.contains(relatedTarget)) return;
    clearTimeout(timer.current);
    close();
  };
  return {
    handlers: {
      onPointerEnter: ({ pointerType, currentTarget }) => {
        if (pointerType !== 'touch') later(() => open(currentTarget), OPEN_DELAY_MS);
      },
      onPointerLeave: leave,
      onPointerUp: ({ pointerType, currentTarget }) => {
        if (pointerType === 'touch') open(currentTarget);
      },
      onFocus: ({ currentTarget, target }) => {
        if (target.matches(':focus-visible')) open(currentTarget);
      },
      onBlur: blur,
      'data-glossary': id,
    },
    isOpen: beside !== null,
    open,
    sentenceId: beside ? sentenceId : undefined,
    answer: beside && (
      <span
        ref={popover}
        popover="manual"
        className={styles.answer}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={leave}
        onBlur={(event) => {
          if (event.relatedTarget !== beside) blur(event);
        }}
      >
        <Sentence id={id} sentenceId={sentenceId} remark={remark} />
      </span>
    ),
  };
}

interface SentenceProps {
  readonly id: TermId;
  readonly sentenceId: string;
  readonly remark: string | null;
}

function Sentence({ id, sentenceId, remark }: SentenceProps) {
  const folder = useContext(LessonsFolder);
  const { word, sentence, chapter } = glossary[id];
  const { href, hrefLang } = chapterLink(chapter, folder);
  return (
    <>
      <b>{t(word)}</b>
      <span id={sentenceId}>{[t(sentence), remark].filter(Boolean).join(' ')}</span>
      {/* A page that was opened from a file comes without the lessons. */}
      {window.location.protocol.startsWith('http') && (
        <a href={href} hrefLang={hrefLang} target="_blank" rel="noopener">
          {t('Read its chapter')}
        </a>
      )}
    </>
  );
}

/** Places a popover below an element, or above it where there is no room, inside the window. */
function place(popover: HTMLElement, element: DOMRect): void {
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = element.bottom + GAP;
  const top = below + height + MARGIN <= clientHeight ? below : Math.max(MARGIN, element.top - GAP - height);
  popover.style.left = `${Math.max(MARGIN, Math.min(element.left, clientWidth - MARGIN - width))}px`;
  popover.style.top = `${top}px`;
}
