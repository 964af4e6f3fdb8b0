import type { ReactNode } from 'react';

const concept = (name: string) =>
  function ConceptWord({ children }: { readonly children: ReactNode }) {
    return <span data-concept={name}>{children}</span>;
  };

/**
 * Words in the colour that their concept has everywhere: `<C.prior>prior</C.prior>`. MDX wants every name that it is given
 * to be a component itself: C alone is a word of no concept.
 */
export const C = Object.assign(({ children }: { readonly children: ReactNode }) => <span>{children}</span>, {
  prior: concept('prior'),
  posterior: concept('posterior'),
  data: concept('data'),
  epistemic: concept('epistemic'),
  aleatoric: concept('aleatoric'),
  exact: concept('exact'),
});
