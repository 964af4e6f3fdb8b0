import type { ReactNode } from 'react';

const concept = (name: string) =>
  function ConceptWord({ children }: { readonly children: ReactNode }) {
    return <span data-concept={name}>{children}</span>;
  };

/**
 * Text in the colour of its concept: `<C.prior>prior</C.prior>`. MDX requires C itself to be a component; it renders
 * text without a concept.
 */
export const C = Object.assign(({ children }: { readonly children: ReactNode }) => <span>{children}</span>, {
  prior: concept('prior'),
  posterior: concept('posterior'),
  data: concept('data'),
  epistemic: concept('epistemic'),
  aleatoric: concept('aleatoric'),
  exact: concept('exact'),
});
