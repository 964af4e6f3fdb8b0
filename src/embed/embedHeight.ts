/** Width in CSS pixels up to which an embed shows one panel at a time, by tabs. */
const NARROW_WIDTH = 960;

/** Whether an embed of this width shows one panel at a time. */
export function isNarrowEmbed(width: number): boolean {
  return width <= NARROW_WIDTH;
}

/** Panels that have a tab in a narrow embed. */
export const tabPanels = ['predictive', 'cost', 'calibration', 'network', 'weights', 'step'] as const;
export type TabPanel = (typeof tabPanels)[number];

/**
 * Height of an embed in CSS pixels, the same before and after it starts, so that the text around it stays in place. panels:
 * those that it shows; null: unknown, several. width: of the frame, in CSS pixels.
 */
export function embedHeight(panels: readonly string[] | null, width: number): number {
  const tabs = panels === null ? tabPanels : tabPanels.filter((id) => panels.includes(id));
  const isNarrow = isNarrowEmbed(width);
  const hasObjective = panels === null || panels.includes('objective') || panels.includes('cost');
  const objective = hasObjective ? (isNarrow ? 96 : 56) : 0;
  if (isNarrow) return (tabs.length > 1 ? 704 : 656) + objective;
  return (isOneRow(tabs) ? 560 : 800) + objective;
}

/** Whether the panels stand side by side in a wide embed. */
function isOneRow(tabs: readonly TabPanel[]): boolean {
  const left = tabs.includes('predictive') && tabs.some((id) => ['cost', 'calibration', 'step'].includes(id));
  return !left && !tabs.includes('weights');
}
