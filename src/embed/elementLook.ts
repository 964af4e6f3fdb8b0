/** Styles of the element before it is started; kept small, because they are part of the host's page. */
const styles = `
  :host { display: block; position: relative; color-scheme: light dark; }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([hidden]) { display: none; }
  div { display: grid; }
  div > * { grid-area: 1 / 1; }
  button {
    display: grid; padding: 0; border: 1px solid light-dark(#e3dfd6, #2f3339); border-radius: 5px; overflow: hidden;
    background: light-dark(#fffefb, #191b1f); cursor: pointer; font: 600 1rem system-ui, sans-serif; z-index: 1;
  }
  button:focus-visible { outline: 2px solid light-dark(#0b4fa0, #7fb2f7); outline-offset: 2px; }
  button:disabled { cursor: progress; }
  svg, span { grid-area: 1 / 1; }
  svg { width: 100%; height: auto; }
  span {
    place-self: start; margin: 0.75rem; padding: 0.75rem 1.125rem; border-radius: 5px; background: light-dark(#0b4fa0, #4b8ee8);
    color: light-dark(#ffffff, #10151d); box-shadow: 0 1px 6px rgb(0 0 0 / 30%);
  }
  span::before { content: "\\25B6\\FE0E" / ""; margin-inline-end: 0.5rem; }
  .outer { fill: light-dark(#1f9a94, #1fd9bc); opacity: 0.22; }
  .band { fill: color-mix(in srgb, light-dark(#9966e6, #cf9bff) 34%, light-dark(#fffefb, #191b1f)); }
  .mean { fill: none; stroke: light-dark(#0b4fa0, #4b8ee8); stroke-width: 2.5; }
  circle { fill: light-dark(#1d1d1f, #f2f0ea); }
  iframe { width: 100%; height: 12rem; border: 0; color-scheme: auto; }
  p { margin: 0.25rem 0 0; font: 0.8125rem system-ui, sans-serif; color: light-dark(#5a5d61, #a4a8ae); }
  p:empty { display: none; }
`;

let sheet: CSSStyleSheet | null = null;

/** One style sheet for all elements of a page. */
export function elementStyles(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** Positions of the data in the picture, from left to right, 0…800. */
const data = [200, 226, 243, 262, 281, 300, 318, 336, 352, 370, 386, 402] as const;
const [first, last] = [200, 402];
const mean = (x: number): number =>
  190 - 55 * Math.sin((x - 130) / 62) * Math.exp(-(((x - 300) / 260) ** 2)) - (x - 300) / 9;
/** Half the width of the band at x: small near the data. */
const spread = (x: number): number => 9 + 0.55 * Math.max(0, first - x, x - last) ** 0.97;

/** Creates the start button with a picture of a band that is narrow near the data only. */
export function elementPicture(label: string): HTMLButtonElement {
  const space = 'http://www.w3.org/2000/svg';
  const make = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const xs = Array.from({ length: 41 }, (_, i) => 20 * i);
  const line = (shift: (x: number) => number, along = xs): string =>
    along.map((x) => `${x},${Math.round(mean(x) + shift(x))}`).join(' ');
  const area = (width: (x: number) => number): string =>
    `M${line((x) => -width(x))} ${line(width, xs.toReversed())}Z`;
  const picture = make('svg', { viewBox: '0 0 800 360', 'aria-hidden': 'true' });
  picture.append(
    make('path', { class: 'outer', d: area((x) => spread(x) + 11) }),
    make('path', { class: 'band', d: area(spread) }),
    make('path', { class: 'mean', d: `M${line(() => 0)}` }),
    ...data.map((x, i) => make('circle', { cx: x, cy: Math.round(mean(x) + 6 * Math.sin(5 * i)), r: 4 })),
  );
  const words = document.createElement('span');
  words.textContent = label;
  const button = document.createElement('button');
  button.type = 'button';
  button.append(picture, words);
  return button;
}
