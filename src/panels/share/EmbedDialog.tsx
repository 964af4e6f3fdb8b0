import { useEffect, useRef, useState } from 'react';
import { embedCode } from '../../embed/embedCode.ts';
import { SOURCE } from '../../embed/messages.ts';
import { type Experiment, type PanelId, panelIds } from '../../experiment/document/experiment.ts';
import { encodeLink } from '../../experiment/link/link.ts';
import { t } from '../../i18n/index.ts';
import { Segments } from '../controls/fields/Segments.tsx';
import buttons from '../ui/buttons.module.css';
import { Dialog } from '../ui/Dialog.tsx';
import { usePlayground } from '../ui/playgroundContext.ts';
import styles from './EmbedDialog.module.css';
import { posterPicture } from './posterPicture.ts';
import { useCopy } from './useCopy.ts';

/** Settings of the dialog. */
interface Choices {
  readonly form: 'frame' | 'element';
  readonly panels: readonly PanelId[];
  readonly theme: Experiment['view']['theme'];
  readonly atOnce: boolean;
  readonly sandboxed: boolean;
  readonly height: number | null;
}

const MIN_HEIGHT = 200;
const MAX_HEIGHT = 2000;

/** URLs of the folder of the page and of the embed page; a local single-file page is its own embed page. */
function pageUrls(): { readonly site: string; readonly page: string } {
  const here = window.location.href.split('#')[0] as string;
  const site = new URL('.', here).href;
  return { site, page: window.location.protocol === 'file:' ? here : `${site}embed.html` };
}

/** Link of the embed: the experiment from step 0 with the chosen view. */
function linkOf(experiment: Experiment, { panels, theme, atOnce }: Choices): string {
  const view = { ...experiment.view, panels, theme, embed: true, autoplay: true, step: 0 };
  return `${encodeLink({ ...experiment, view })}${atOnce ? '&view.autoplay=true' : ''}`;
}

/** Generates the HTML that embeds the experiment, with a live preview. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
  const { store } = usePlayground();
  const [experiment] = useState(() => store.getState().experiment);
  const [choices, setChoices] = useState<Choices>(() => ({
    form: 'frame',
    panels: ['predictive'],
    theme: experiment.view.theme,
    atOnce: false,
    sandboxed: true,
    height: null,
  }));
  const { site, page } = pageUrls();
  const link = linkOf(experiment, choices);
  const title = t('A Bayesian neural network, live');
  const [poster, setPoster] = useState<string | null>(null);
  useEffect(() => {
    // Without a picture the embed shows the points of its experiment.
    posterPicture().then(setPoster, () => setPoster(null));
  }, []);
  const code = embedCode({ ...choices, site, link, title, poster });
  return (
    <Dialog title={t('Embed in a page')} wide onClose={onClose}>
      <div className={styles.embed}>
        <ChoiceFields choices={choices} onChange={(change) => setChoices({ ...choices, ...change })} />
        <div className={styles.result}>
          <Preview
            key={`${link} ${choices.sandboxed} ${poster?.length}`}
            poster={poster}
            src={`${page}#${link}`}
            title={title}
            sandboxed={choices.sandboxed || choices.form === 'element'}
            height={choices.form === 'element' ? null : choices.height}
          />
          <Code code={code} />
        </div>
      </div>
    </Dialog>
  );
}

interface ChoiceFieldsProps {
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const { form, panels, theme, atOnce, sandboxed, height } = choices;
  const panelNames: readonly (readonly [PanelId, string])[] = [
    ['controls', t('Controls')],
    ['predictive', t('Predictive')],
    ['cost', t('Free energy')],
    ['calibration', t('Calibration')],
    ['network', t('Network alone')],
    ['weights', t('Network and weights')],
    ['objective', t('Objective')],
  ];
  const toggle = (id: PanelId) => {
    const next = panelIds.filter((other) => panels.includes(other) !== (other === id));
    if (next.length > 0) onChange({ panels: next });
  };
  return (
    <div className={styles.choices}>
      <Segments
        label={t('As')}
        value={form}
        choices={[
          { value: 'frame', label: t('Frame') },
          { value: 'element', label: t('Element') },
        ]}
        onChoose={(next) => onChange({ form: next })}
      />
      <fieldset>
        <legend>{t('Panels')}</legend>
        {panelNames.map(([id, name]) => (
          <label key={id}>
            <input type="checkbox" checked={panels.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('Theme')}</legend>
        <Segments
          label={t('Theme')}
          value={theme}
          choices={[
            { value: 'system', label: t('As the reader’s') },
            { value: 'light', label: t('Light') },
            { value: 'dark', label: t('Dark') },
          ]}
          onChoose={(next) => onChange({ theme: next })}
        />
      </fieldset>
      <fieldset>
        <legend>{t('Height')}</legend>
        <label>
          <input
            type="checkbox"
            checked={form === 'element' || height === null}
            disabled={form === 'element'}
            onChange={(event) => onChange({ height: event.target.checked ? null : 480 })}
          />
          {t('As tall as what is in it')}
        </label>
        {form === 'frame' && height !== null && <HeightField height={height} onChange={onChange} />}
      </fieldset>
      <fieldset>
        <legend>{t('Start')}</legend>
        <label>
          <input
            type="checkbox"
            checked={atOnce}
            onChange={(event) => onChange({ atOnce: event.target.checked })}
          />
          {t('Train at once, not when it is pressed')}
        </label>
        {form === 'frame' && (
          <label>
            <input
              type="checkbox"
              checked={sandboxed}
              onChange={(event) => onChange({ sandboxed: event.target.checked })}
            />
            {t('In a sandbox, away from the rest of the page')}
          </label>
        )}
      </fieldset>
    </div>
  );
}

function HeightField({
  height,
  onChange,
}: Pick<ChoiceFieldsProps, 'onChange'> & { readonly height: number }) {
  return (
    <label>
      <input
        type="number"
        className={styles.height}
        min={MIN_HEIGHT}
        max={MAX_HEIGHT}
        step={10}
        defaultValue={height}
        onChange={({ target }) => {
          if (target.validity.valid && target.value !== '') onChange({ height: target.valueAsNumber });
        }}
      />
      {t('pixels')}
    </label>
  );
}

interface PreviewProps {
  readonly src: string;
  readonly title: string;
  readonly poster: string | null;
  readonly sandboxed: boolean;
  readonly height: number | null;
}

/** Preview of the embed, as tall as the embed requests. */
function Preview({ src, title, poster, sandboxed, height }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [requestedHeight, setRequestedHeight] = useState(320);
  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || data?.source !== SOURCE) return;
      if (data.type === 'resize') setRequestedHeight(data.height);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  return (
    <iframe
      ref={frame}
      className={styles.preview}
      title={t('Preview: {title}', { title })}
      src={src}
      name={poster ?? undefined}
      sandbox={sandboxed ? 'allow-scripts allow-downloads allow-popups' : undefined}
      height={height ?? requestedHeight}
    />
  );
}

function Code({ code }: { readonly code: string }) {
  const { copied, copy } = useCopy();
  const isCopied = copied?.result === 'copied' && copied.text === code;
  return (
    <div className={styles.code}>
      <textarea
        readOnly
        rows={8}
        spellCheck={false}
        aria-label={t('Code')}
        value={code}
        onFocus={(event) => event.target.select()}
      />
      <button
        type="button"
        className={`${buttons.button} ${buttons.primary}`}
        onClick={() => void copy(code)}
      >
        {isCopied ? t('Copied') : t('Copy the code')}
      </button>
      <span className="visually-hidden" role="status">
        {isCopied && t('Code copied')}
      </span>
    </div>
  );
}
