import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import { t } from '../i18n/index.ts';
import { setElementLocale } from './elementLocale.ts';
import { applyStyles, elementPicture } from './elementLook.ts';
import { embedHeight } from './embedHeight.ts';
import { embedTag } from './embedTag.ts';
import {
  faultMessage,
  forbidsInlineScripts,
  type StartFault,
  scriptHashes,
  watchViolations,
} from './hostPolicy.ts';
import { type Command, type Message, SOURCE, type Status, VERSION, withEnvelope } from './messages.ts';
import { acquirePageSlot, releaseSlots } from './pageSlots.ts';
import { TypedEventTarget } from './typedEventTarget.ts';

const observedAttributes = ['experiment', 'panels', 'theme', 'lang', 'src', 'autoplay', 'poster'] as const;

/** Maximum time in ms to wait for a reply of the frame. */
const REPLY_TIMEOUT = 30_000;

/** A command before it is sent; the frame validates it. */
interface PendingRequest {
  readonly type: Command['type'];
  readonly [field: string]: unknown;
}

/** A request that waits for its snapshot. */
interface Question {
  readonly answer: (snapshot: Snapshot) => void;
  readonly fail: (error: Error) => void;
}

/**
 * `<bayes-playground>`: the playground in a sandboxed frame that contains the whole page and so needs no server, or
 * the page at the address in `src`. It shows a picture until it is started; the page is not loaded before. Attributes:
 * `experiment` (a JSON document or the text of a link), `panels`, `theme`, `lang`, `autoplay`, `src`, `poster` (the address
 * of the picture). Its height follows from its width and panels, before and after it is started. Events: `ready`,
 * `snapshot`, `status`, `error`, with the message of the playground as their `detail`.
 */
export class BayesPlayground extends TypedEventTarget {
  static readonly observedAttributes = observedAttributes;

  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  /** Commands issued before the frame was ready. */
  #waiting: PendingRequest[] = [];
  #questions = new Map<string, Question>();
  #asked = 0;
  #status: Status | null = null;
  /** Height that the frame reports in CSS pixels. */
  #reported: number | null = null;
  #sight: IntersectionObserver | null = null;
  #endWatch: (() => void) | null = null;
  readonly #width = new ResizeObserver(() => this.#reserveHeight());
  readonly #stage: HTMLDivElement;
  readonly #word: HTMLParagraphElement;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    applyStyles(shadow);
    this.#stage = document.createElement('div');
    this.#word = document.createElement('p');
    this.#word.setAttribute('role', 'status');
    shadow.append(this.#stage, this.#word);
  }

  connectedCallback(): void {
    window.addEventListener('message', this.#handleMessage);
    this.#showPicture();
    this.#width.observe(this);
    if (this.#waiting.length > 0) void this.#open();
    if (!this.autoplay) return;
    // Elements far below the viewport are not loaded yet.
    this.#sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.play();
    });
    this.#sight.observe(this);
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#handleMessage);
    releaseSlots(this);
    for (const { fail } of this.#questions.values()) fail(new Error('the playground was taken off the page'));
    this.#questions.clear();
    this.#sight?.disconnect();
    this.#width.disconnect();
    this.#removeFrame();
    this.#waiting = [];
    this.#status = null;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (!this.#frame) {
      if (this.isConnected) this.#showPicture();
      return;
    }
    if (name === 'experiment')
      this.#ask({ type: 'set-experiment', experiment: this.experiment ?? { version: 1 } });
    // A changed attribute reopens the frame, paused.
    else if (name !== 'autoplay' && name !== 'poster' && this.isConnected) this.#reopen();
  }

  /**
   * The experiment as a document or the text of a link; null: the default experiment. Text that is not JSON is read as
   * a link.
   */
  get experiment(): unknown {
    const text = this.getAttribute('experiment');
    if (text === null) return null;
    try {
      return JSON.parse(text);
    } catch {
      return text.replace(/^.*#/, '');
    }
  }

  set experiment(value: unknown) {
    if (value === null || value === undefined) this.removeAttribute('experiment');
    else this.setAttribute('experiment', typeof value === 'string' ? value : JSON.stringify(value));
  }

  get autoplay(): boolean {
    // React 18 writes autoplay={false} as text.
    return (this.getAttribute('autoplay') ?? 'false') !== 'false';
  }

  set autoplay(value: boolean) {
    this.toggleAttribute('autoplay', value);
  }

  /** State of the run; null before it is started. */
  get status(): Omit<Status, 'type'> | null {
    return this.#status;
  }

  play(): void {
    this.#ask({ type: 'play' });
  }

  pause(): void {
    if (this.#frame) this.#ask({ type: 'pause' });
  }

  reset(): void {
    if (this.#frame) this.#ask({ type: 'reset' });
  }

  /** Trains for this many steps, then pauses. */
  step(steps = 1): void {
    this.#ask({ type: 'step', steps });
  }

  /** The current snapshot of the run. */
  getSnapshot(): Promise<Snapshot> {
    if (!this.#frame) return Promise.reject(new Error('nothing was computed yet: play first'));
    const id = `element-${++this.#asked}`;
    return new Promise((answer, fail) => {
      const late = setTimeout(() => {
        this.#questions.delete(id);
        fail(new Error('the playground did not answer'));
      }, REPLY_TIMEOUT);
      this.#questions.set(id, {
        answer: (snapshot) => {
          clearTimeout(late);
          answer(snapshot);
        },
        fail: (error) => {
          clearTimeout(late);
          fail(error);
        },
      });
      this.#ask({ type: 'get-snapshot', id });
    });
  }

  /** Pauses so that another element of the page can train. */
  giveUpSlot(): void {
    this.pause();
    this.#applyLocale();
    this.#word.textContent = t(
      'Paused, because another playground on this page trains. Press Train to continue.',
    );
  }

  #ask(message: PendingRequest): void {
    if (this.#ready) this.#frame?.contentWindow?.postMessage(withEnvelope(message), '*');
    else {
      this.#waiting.push(message);
      if (!this.#frame && this.isConnected) void this.#open();
    }
  }

  #applyLocale(): void {
    setElementLocale(this.getAttribute('lang'), navigator.languages);
  }

  #showPicture(): void {
    this.#applyLocale();
    const button = elementPicture(t('Train this network'), this.getAttribute('poster'));
    button.addEventListener('click', () => this.play());
    this.#stage.replaceChildren(button);
    this.#reserveHeight();
  }

  /** The height that the frame will have: until it reports another one, that of its panels. */
  #reserveHeight(): void {
    if (this.#reported !== null) return;
    this.#stage.style.setProperty('height', `${embedHeight(this.#panels(), this.clientWidth)}px`);
  }

  /** The panels that it will show; null: not known here. */
  #panels(): readonly string[] | null {
    const { experiment } = this;
    const ofLink = typeof experiment === 'string' ? new URLSearchParams(experiment).get('view.panels') : null;
    return (this.getAttribute('panels') ?? ofLink)?.split(',').map((name) => name.trim()) ?? null;
  }

  #reopen(): void {
    this.#removeFrame();
    releaseSlots(this);
    this.#showPicture();
  }

  #removeFrame(): void {
    this.#endWatch?.();
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
    this.#reported = null;
  }

  /** The playground cannot start in this page: says so below the picture and by an `error` event. */
  #fail(fault: StartFault, hashes: readonly string[] = []): void {
    const message = faultMessage(fault, hashes);
    this.#reopen();
    this.#waiting = [];
    for (const { fail } of this.#questions.values()) fail(new Error(message));
    this.#questions.clear();
    this.#word.textContent =
      fault.kind === 'load'
        ? t('The playground could not be loaded: {reason}', { reason: fault.reason })
        : t(
            'The playground cannot start: the content security policy of this page forbids it ({directive}).',
            {
              directive: fault.kind,
            },
          );
    this.dispatchEvent(new CustomEvent('error', { detail: { message } }));
  }

  async #open(): Promise<void> {
    const frame = document.createElement('iframe');
    this.#frame = frame;
    this.#applyLocale();
    frame.title = t('Bayes by Backprop, live');
    // A sandbox without `allow-same-origin` gives the frame an opaque origin: it cannot reach the host's page.
    frame.setAttribute('sandbox', 'allow-scripts allow-downloads allow-popups');
    frame.setAttribute('allow', 'fullscreen; clipboard-write');
    this.#word.textContent = '';
    const { search, link } = this.#address();
    const src = this.getAttribute('src');
    let forbidden: StartFault | null = null;
    this.#endWatch = watchViolations(src, (kind) => {
      forbidden = { kind };
      if (kind === 'frame-src' && this.#frame === frame && !this.#ready) this.#fail(forbidden);
    });
    if (src !== null) frame.src = `${src.split('#')[0]}${search}#${link}`;
    else {
      let page: string;
      try {
        ({ page } = await import('virtual:embed-page'));
      } catch (error) {
        if (this.#frame === frame) this.#fail(forbidden ?? { kind: 'load', reason: String(error) });
        return;
      }
      if (this.#frame !== frame) return;
      try {
        frame.srcdoc = page.replace('<head>', `<head>${embedTag(`${search}#${link}`)}`);
      } catch {
        // Only trusted types refuse a text.
        return this.#fail({ kind: 'require-trusted-types-for' });
      }
      frame.addEventListener('load', () => void this.#findForbidden(frame, scriptHashes(page)));
    }
    this.#stage.append(frame);
  }

  /** A frame has loaded: finds out whether its script was forbidden, since the frame cannot tell. */
  async #findForbidden(frame: HTMLIFrameElement, hashes: readonly string[]): Promise<void> {
    const pending = () => this.#frame === frame && !this.#ready;
    if (pending() && (await forbidsInlineScripts(hashes)) && pending())
      this.#fail({ kind: 'script-src' }, hashes);
  }

  /** The address that opens the frame; an experiment given as a document follows by message. */
  #address(): { readonly search: string; readonly link: string } {
    const { experiment } = this;
    const lang = this.getAttribute('lang');
    const fields = [
      'view.embed=true',
      ...(['panels', 'theme'] as const).flatMap((name) => {
        const value = this.getAttribute(name);
        return value === null ? [] : [`view.${name}=${encodeURIComponent(value)}`];
      }),
      ...(typeof experiment === 'string' ? [experiment] : []),
    ];
    return { search: lang === null ? '' : `?lang=${encodeURIComponent(lang)}`, link: fields.join('&') };
  }

  readonly #handleMessage = ({ source, data }: MessageEvent): void => {
    if (!this.#frame || source !== this.#frame.contentWindow) return;
    if (data?.source !== SOURCE || data.version !== VERSION) return;
    this.#take(data as Message);
  };

  #take(message: Message): void {
    if (message.type === 'resize') {
      this.#reported = message.height;
      this.#stage.style.setProperty('height', `${message.height}px`);
      return;
    }
    if (message.type === 'ready') this.#begin();
    if (message.type === 'status') this.#follow(message);
    if (message.type === 'snapshot') {
      const question = this.#questions.get(String(message.id));
      this.#questions.delete(String(message.id));
      question?.answer(message.snapshot);
    }
    const { type, ...rest } = message;
    const { source: _source, version: _version, ...detail } = rest as Record<string, unknown>;
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** The frame is ready: sends the queued commands. */
  #begin(): void {
    this.#ready = true;
    this.#endWatch?.();
    this.#stage.querySelector('button')?.remove();
    const { experiment } = this;
    if (typeof experiment === 'object' && experiment !== null)
      this.#ask({ type: 'set-experiment', experiment });
    for (const message of this.#waiting.splice(0)) this.#ask(message);
  }

  #follow(status: Status): void {
    this.#status = status;
    if (status.running) {
      this.#word.textContent = '';
      acquirePageSlot(this);
    } else releaseSlots(this);
  }
}
