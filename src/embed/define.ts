import { BayesPlayground } from './element.ts';

// A page may load the module twice, and a server that renders it has no elements.
if (typeof customElements !== 'undefined' && !customElements.get('bayes-playground'))
  customElements.define('bayes-playground', BayesPlayground);

declare global {
  interface HTMLElementTagNameMap {
    'bayes-playground': BayesPlayground;
  }
}

/** The attributes of `<bayes-playground>` in HTML and JSX. */
export interface BayesPlaygroundAttributes {
  /** A JSON document, or the text of a link of the playground. */
  readonly experiment?: string | undefined;
  /** Names of panels, separated by commas. */
  readonly panels?: string | undefined;
  readonly theme?: 'light' | 'dark' | undefined;
  /** A BCP 47 tag. */
  readonly lang?: string | undefined;
  readonly autoplay?: boolean | undefined;
  /** Address of the playground to show in place of the one inside. */
  readonly src?: string | undefined;
  /** Address of the picture that is shown before it is started. */
  readonly poster?: string | undefined;
}

export { BayesPlayground };
