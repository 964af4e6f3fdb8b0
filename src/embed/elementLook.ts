/** Styles of the element before it is started; kept small, because they are part of the host's page. */
const styles = `
  :host { display: block; position: relative; color-scheme: light dark; }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([hidden]) { display: none; }
  div { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
  div > * { grid-area: 1 / 1; }
  button {
    display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); padding: 0; border: 1px solid light-dark(#e3dfd6, #2f3339); border-radius: 5px; overflow: hidden;
    background: light-dark(#fffefb, #191b1f); cursor: pointer; font: 600 1rem system-ui, sans-serif; z-index: 1;
  }
  button:focus-visible { outline: 2px solid light-dark(#0b4fa0, #7fb2f7); outline-offset: 2px; }
  button:disabled { cursor: progress; }
  img, span { grid-area: 1 / 1; }
  img { width: 100%; height: 100%; object-fit: contain; }
  span {
    place-self: center; margin: 0.75rem; padding: 0.75rem 1.125rem; border-radius: 5px; background: light-dark(#0b4fa0, #4b8ee8);
    color: light-dark(#ffffff, #10151d); box-shadow: 0 1px 6px rgb(0 0 0 / 30%);
  }
  img + span { place-self: start; margin-block-start: 3.5rem; }
  span::before { content: "\\25B6\\FE0E" / ""; margin-inline-end: 0.5rem; }
  iframe { width: 100%; height: 100%; border: 0; color-scheme: auto; }
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
