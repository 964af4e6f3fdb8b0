/** On the notation page: shows only the symbols that `symbols` lists after the # of the address, or else all of them. */
export function showAskedSymbols(): void {
  const page = document.querySelector<HTMLElement>('.notation');
  if (!page) return;
  const asked = new URLSearchParams(window.location.hash.slice(1)).get('symbols')?.split(',') ?? [];
  const entries = [...page.querySelectorAll<HTMLElement>('[data-symbol]')];
  const isAsked = ({ dataset }: HTMLElement) => asked.includes(dataset.symbol ?? '');
  const isFiltered = entries.some(isAsked);
  for (const part of page.querySelectorAll<HTMLElement>(':scope > *'))
    part.hidden = part.matches('.all-symbols') ? !isFiltered : isFiltered && !isAsked(part);
}
