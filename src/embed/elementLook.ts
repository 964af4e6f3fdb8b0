/** The colours of the dark theme. Each is a property, not a light-dark(), which Safari has from 17.5 on. */
const dark =
  '--rule: #2f3339; --surface: #191b1f; --accent: #4b8ee8; --focus: #7fb2f7; --on-accent: #10151d;';

/** Styles of the element before it is started; kept small, because they are part of the host's page. */
const styles = `
  :host {
    display: block; position: relative; color-scheme: light dark;
    --rule: #e3dfd6; --surface: #fffefb; --accent: #0b4fa0; --focus: #0b4fa0; --on-accent: #ffffff;
  }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; ${dark} }
  @media (prefers-color-scheme: dark) { :host(:not([theme="light"])) { ${dark} } }
  :host([hidden]) { display: none; }
  div { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
  div > * { grid-area: 1 / 1; }
  button {
    display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); padding: 0; border: 1px solid var(--rule); border-radius: 5px; overflow: hidden;
    background: var(--surface); cursor: pointer; font: 600 1rem system-ui, sans-serif; z-index: 1;
  }
  button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  button:disabled { cursor: progress; }
  img, span { grid-area: 1 / 1; }
  img { width: 100%; height: 100%; object-fit: contain; }
  span {
    place-self: center; margin: 0.75rem; padding: 0.75rem 1.125rem; border-radius: 5px; background: var(--accent);
    color: var(--on-accent); box-shadow: 0 1px 6px rgb(0 0 0 / 30%);
  }
  img + span { place-self: start; margin-block-start: 3.5rem; }
  span::before { content: "\\25B6\\FE0E"; content: "\\25B6\\FE0E" / ""; margin-inline-end: 0.5rem; }
  iframe { width: 100%; height: 100%; border: 0; color-scheme: auto; }
  p { margin: 0.25rem 0 0; font: 0.8125rem system-ui, sans-serif; }
  p:empty { display: none; }
`;

let sheet: CSSStyleSheet | null = null;

/** Gives the styles to the shadow tree of an element. */
export function applyStyles(shadow: ShadowRoot): void {
  try {
    if (!sheet) {
      const made = new CSSStyleSheet();
      made.replaceSync(styles);
      sheet = made;
    }
    // A constructed style sheet, shared by all elements of a page: a host's policy may forbid inline styles.
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Safari constructs none before 16.4.
    const element = document.createElement('style');
    element.textContent = styles;
    shadow.append(element);
  }
}

/** Creates the start button, with the picture of the experiment if there is one; otherwise it claims nothing. */
export function elementPicture(label: string, poster: string | null): HTMLButtonElement {
  const words = document.createElement('span');
  words.textContent = label;
  const button = document.createElement('button');
  button.type = 'button';
  if (poster !== null) {
    const picture = document.createElement('img');
    picture.src = poster;
    picture.alt = '';
    button.append(picture);
  }
  button.append(words);
  return button;
}
