import type { Locator, Page } from '@playwright/test';
import { numberBox } from './playground.ts';

/** Actions that set a control, found by its label. */
export const type = (label: string, value: string) => async (page: Page) => {
  const box = numberBox(page, label);
  await box.fill(value);
  await box.press('Enter');
};
export const choose = (label: string | RegExp, option: string) => (page: Page) =>
  page.getByLabel(label).selectOption({ label: option });
export const press = (find: (page: Page) => Locator) => (page: Page) => find(page).click();
export const radio = (name: string) =>
  press((page) =>
    page.locator('label', { has: page.locator('input[type=radio]') }).filter({ hasText: name }),
  );
