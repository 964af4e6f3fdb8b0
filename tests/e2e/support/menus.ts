import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect } from './playground.ts';

type Within = Page | FrameLocator | Locator;

/** Opens a menu unless it is open. */
async function openMenu(opener: Locator): Promise<void> {
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
}

/** Opens the menu More of the top bar, and with `part` the part of it with this name. */
export async function openMore(page: Within, part?: string): Promise<void> {
  await openMenu(page.getByRole('button', { name: 'More', exact: true }));
  if (part === undefined) return;
  const summary = page.locator('header summary').filter({ hasText: new RegExp(`^${part}$`) });
  if (!(await summary.evaluate(({ parentElement }) => parentElement?.hasAttribute('open'))))
    await summary.click();
}

/** Presses a button in the menu More of the top bar. */
export async function pressInMore(page: Within, name: string): Promise<void> {
  await openMore(page);
  await page.getByRole('button', { name, exact: true }).click();
}

/** Opens the menu of a panel: `Predictive`. */
export async function openPanelMenu(page: Within, panel: string): Promise<void> {
  await openMenu(page.getByRole('button', { name: `More: ${panel}`, exact: true }));
}

/** Presses an entry of the menu of a panel. */
export async function pressInPanel(page: Within, panel: string, name: string): Promise<void> {
  await openPanelMenu(page, panel);
  await page.getByRole('button', { name, exact: true }).click();
}
