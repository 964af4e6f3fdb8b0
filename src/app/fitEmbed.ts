import { embedHeight } from '../embed/embedHeight.ts';
import type { PanelId } from '../experiment/document/experiment.ts';

/** Keeps the height of an embed, which follows from its width and its panels. Returns a function for changed panels. */
export function fitEmbed(panels: () => readonly PanelId[]): () => void {
  const { documentElement } = document;
  const resize = (): void => {
    const height = embedHeight(panels(), documentElement.clientWidth);
    documentElement.style.setProperty('--embed-height', `${height}px`);
  };
  new ResizeObserver(resize).observe(documentElement);
  resize();
  return resize;
}
