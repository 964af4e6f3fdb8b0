/** The custom properties of the app's theme that plots draw with. */
const properties = {
  ink: '--color-ink',
  inkMuted: '--color-ink-muted',
  rule: '--color-rule',
  surface: '--color-surface',
  page: '--color-page',
  prior: '--color-prior',
  posterior: '--color-posterior',
  negative: '--color-negative',
  data: '--color-data',
  epistemic: '--color-epistemic',
  aleatoric: '--color-aleatoric',
  exact: '--color-exact',
  warning: '--color-warning',
  class1: '--color-class-1',
  class2: '--color-class-2',
  class3: '--color-class-3',
  class4: '--color-class-4',
} as const;

/** Colours as a canvas understands them, the font size of labels in pixels and the factor on every line width. */
export type Theme = Readonly<Record<keyof typeof properties, string>> & {
  readonly fontSize: number;
  readonly stroke: number;
};

/**
 * The theme at an element. Resolved through a probe, because var(), light-dark() and rem mean nothing to a canvas. All are in place before the
 * first is read: the page's style is computed once.
 */
export function readTheme(host: HTMLElement): Theme {
  const probe = document.createElement('span');
  // Its style is computed all the same, and nothing is laid out.
  probe.style.display = 'none';
  probe.style.fontSize = 'var(--font-size-small, 12px)';
  const swatches = Object.entries(properties).map(([name, property]) => {
    const swatch = document.createElement('span');
    swatch.style.color = `var(${property}, currentColor)`;
    probe.append(swatch);
    return [name, swatch] as const;
  });
  host.append(probe);
  const style = getComputedStyle(probe);
  const colours = Object.fromEntries(
    swatches.map(([name, swatch]) => [name, getComputedStyle(swatch).color]),
  ) as Record<keyof typeof properties, string>;
  const theme = {
    ...colours,
    fontSize: Number.parseFloat(style.fontSize) || 12,
    stroke: Number.parseFloat(style.getPropertyValue('--stroke')) || 1,
  };
  probe.remove();
  return theme;
}

/** Tells the theme at an element when an ancestor's class, style or theme, the system's colours or the window change; returns what ends it. */
export function followTheme(host: HTMLElement, tell: (theme: Theme) => void): () => void {
  const read = (): void => tell(readTheme(host));
  const observer = new MutationObserver(read);
  for (let ancestor = host.parentElement; ancestor; ancestor = ancestor.parentElement)
    observer.observe(ancestor, { attributeFilter: ['class', 'style', 'data-theme', 'data-present'] });
  const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
    'print',
  ];
  const lists = queries.map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', read);
  window.addEventListener('resize', read);
  return () => {
    observer.disconnect();
    for (const list of lists) list.removeEventListener('change', read);
    window.removeEventListener('resize', read);
  };
}
