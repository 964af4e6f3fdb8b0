/** CSS custom properties that plots draw with. */
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
  violet: '--color-method-violet',
  brown: '--color-method-brown',
  green: '--color-method-green',
  gold: '--color-method-gold',
  blue: '--color-method-blue',
  rose: '--color-method-rose',
} as const;

/** Colours as a canvas accepts them, font size of labels in pixels, and a factor for all line widths. */
export type Theme = Readonly<Record<keyof typeof properties, string>> & {
  readonly fontSize: number;
  readonly stroke: number;
};

/**
 * Reads the theme at an element through probe elements, because a canvas does not understand var(), light-dark() or
 * rem. All probes are inserted before the first is read, so styles are computed once.
 */
export function readTheme(host: HTMLElement): Theme {
  const probe = document.createElement('span');
  // Styles are computed without layout.
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
  const colors = Object.fromEntries(
    swatches.map(([name, swatch]) => [name, getComputedStyle(swatch).color]),
  ) as Record<keyof typeof properties, string>;
  const theme = {
    ...colors,
    fontSize: Number.parseFloat(style.fontSize) || 12,
    stroke: Number.parseFloat(style.getPropertyValue('--stroke')) || 1,
  };
  probe.remove();
  return theme;
}

/**
 * Reports the theme at an element when a class, style or theme attribute of an ancestor, the colour scheme or the
 * window size changes. Returns the function that stops it.
 */
export function observeTheme(host: HTMLElement, tell: (theme: Theme) => void): () => void {
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
