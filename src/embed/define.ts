import { BayesPlayground } from './element.ts';

// A page may load the module twice.
if (!customElements.get('bayes-playground')) customElements.define('bayes-playground', BayesPlayground);

declare global {
  interface HTMLElementTagNameMap {
    'bayes-playground': BayesPlayground;
  }
}

export { BayesPlayground };
