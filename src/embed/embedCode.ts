import { embedHeight } from './embedHeight.ts';

/** Options for embedding a playground into another page. */
export interface Embedding {
  readonly form: 'frame' | 'element';
  /** Address at which the playground is served, with a trailing slash. */
  readonly site: string;
  /** The link of the experiment, including its view, without `#`. */
  readonly link: string;
  /** Height in CSS pixels; null: that of its panels. The element always has that of its panels. */
  readonly height: number | null;
  readonly sandboxed: boolean;
  /** Accessible name of the frame. */
  readonly title: string;
  /** Picture of the experiment as a data URL, shown until it is started; null: its points. */
  readonly poster: string | null;
}

/** Width of a usual column of text in CSS pixels, for the height of a frame until it reports its own. */
const COLUMN_WIDTH = 700;

/** The HTML code to copy into a page. */
export function embedCode(embedding: Embedding): string {
  return embedding.form === 'frame' ? frameCode(embedding) : elementCode(embedding);
}

function frameCode({ site, link, height, sandboxed, title, poster }: Embedding): string {
  const panels = new URLSearchParams(link).get('view.panels')?.split(',') ?? null;
  const attributes = [
    `src="${escapeHtml(`${site}embed.html#${link}`)}"`,
    `title="${escapeHtml(title)}"`,
    ...(sandboxed ? ['sandbox="allow-scripts allow-downloads allow-popups"'] : []),
    `height="${height ?? embedHeight(panels, COLUMN_WIDTH)}"`,
    // Most hosts remove style attributes but keep a width.
    'width="100%"',
    'loading="lazy"',
    // The frame reads its picture from its name.
    ...(poster === null ? [] : [`name="${escapeHtml(poster)}"`]),
  ];
  const frame = `<iframe\n  ${attributes.join('\n  ')}\n></iframe>`;
  return height === null ? `${frame}\n${heightScript}` : frame;
}

/** Script that sets every frame of a page to the height that it reports. */
const heightScript = `<script>
  addEventListener('message', ({ source, data }) => {
    if (data?.source !== 'bayes-playground' || data.type !== 'resize') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`;

function elementCode({ site, link, poster }: Embedding): string {
  const module = `<script type="module" src="${escapeHtml(`${site}bayes-playground.js`)}"></script>`;
  const fields = new URLSearchParams(link);
  const [panels, theme] = [fields.get('view.panels'), fields.get('view.theme')];
  const own = ['view.panels', 'view.theme', 'view.embed', 'view.autoplay'];
  const experiment = link.split('&').filter((part) => !own.includes(part.split('=')[0] ?? ''));
  const attributes = [
    ...(experiment.length > 0 ? [`experiment="${escapeHtml(experiment.join('&'))}"`] : []),
    ...(panels ? [`panels="${escapeHtml(panels)}"`] : []),
    ...(theme ? [`theme="${escapeHtml(theme)}"`] : []),
    ...(fields.get('view.autoplay') === 'true' ? ['autoplay'] : []),
    ...(poster === null ? [] : [`poster="${escapeHtml(poster)}"`]),
  ];
  return `${module}\n<bayes-playground\n  ${attributes.join('\n  ')}\n></bayes-playground>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
