/**
 * Types of `<bayes-playground>` in JSX, appended to those of the element's package: for React 19, whose JSX is a namespace of its
 * module, and for the global JSX of React 18 and others. The package does not depend on React, which need not be installed.
 */
export const elementJsx = `
/** Attributes of \`<bayes-playground>\` in JSX, beside those that every element has. */
interface BayesPlaygroundAttributes {
    experiment?: string;
    panels?: string;
    theme?: 'light' | 'dark';
    lang?: string;
    autoplay?: boolean | '';
    src?: string;
    poster?: string;
    id?: string;
    class?: string;
    className?: string;
    slot?: string;
    title?: string;
    hidden?: boolean;
    style?: object;
    key?: string | number | bigint | null;
    ref?: ((element: BayesPlayground | null) => void) | { current: BayesPlayground | null } | null;
    [attribute: \`data-\${string}\` | \`aria-\${string}\`]: unknown;
}

declare global {
    namespace JSX {
        interface IntrinsicElements {
            'bayes-playground': BayesPlaygroundAttributes;
        }
    }
}

// @ts-ignore React may not be installed.
declare module 'react' {
    namespace JSX {
        interface IntrinsicElements {
            'bayes-playground': BayesPlaygroundAttributes;
        }
    }
}
`;
