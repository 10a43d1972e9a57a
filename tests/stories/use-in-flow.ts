// Exercise 2: build the instant flow "Email invoice list", run it live and find the run in its history.
import { expect } from 'vitest';
import type { Person } from '../support/person';
import { takeScreens } from '../support/screens';

/** Plays the exercise; returns what axe found serious on the screens taken. */
export async function useInFlow(person: Person, key: string): Promise<string[]> {
  const { page, press, type } = person;
  const faults: string[] = [];

  await press(page.getByRole('link', { name: 'Solutions', exact: true }));
  await page.waitForURL('**/solutions');
  await press(page.getByRole('table').getByRole('link', { name: 'Contoso invoicing' }).first());
  await press(page.getByRole('button', { name: 'New', exact: true }));
  await press(page.getByRole('menuitem', { name: 'Automation' }));
  await press(page.getByRole('menuitem', { name: 'Cloud flow' }));
  await press(page.getByRole('menuitem', { name: 'Instant' }));
  await type(page.getByRole('textbox', { name: 'Flow name' }), 'Email invoice list');
  await press(page.getByRole('radio', { name: /Manually trigger a flow/ }));
  await press(page.getByRole('button', { name: 'Create', exact: true }));

  await press(page.getByRole('button', { name: 'New step' }));
  const palette = page.getByRole('dialog', { name: /add a step/i });
  await press(
    palette.getByRole('radio', { name: 'Custom' }).or(palette.getByRole('tab', { name: 'Custom' })),
  );
  await press(palette.getByRole('button', { name: /^Contoso invoicing/ }));
  await palette.getByText('Get Invoice', { exact: true }).waitFor();
  expect(await palette.getByText('Get Invoice Schema').count()).toBe(0);
  await press(palette.getByRole('button', { name: /^List Invoices/ }));

  await type(page.getByRole('textbox', { name: 'Connection name' }), 'Invoice connection');
  await type(page.getByLabel('API Key', { exact: true }), key);
  await press(page.getByRole('button', { name: 'Create', exact: true }));
  for (const label of ['From Date', 'To Date', 'Status', 'From Amount', 'To Amount']) {
    await page.getByText(label, { exact: true }).first().waitFor();
  }
  faults.push(...(await takeScreens(page, `${person.hand}-designer`)));
  await press(page.getByRole('button', { name: /flow checker/i }));
  await page.getByText('No errors found.').first().waitFor();
  await page.getByText('No warnings found.').first().waitFor();
  await press(page.getByRole('button', { name: 'Save', exact: true }));
  await page.getByText('Your flow is ready to go.').first().waitFor();
  await press(page.getByRole('link', { name: /^back/i }).first());
  await press(page.getByRole('link', { name: 'Email invoice list' }).first());

  await press(page.getByRole('button', { name: 'Run', exact: true }));
  await press(page.getByRole('button', { name: 'Continue' }));
  await press(page.getByRole('button', { name: 'Run flow' }));
  await page.getByText('Your flow run successfully started.').first().waitFor();
  await press(page.getByRole('button', { name: 'Done' }));
  const history = page.getByRole('table', { name: 'Run history' });
  await press(page.getByRole('button', { name: 'Refresh' }));
  await history.getByText('Succeeded').first().waitFor();
  faults.push(...(await takeScreens(page, `${person.hand}-run-history`)));

  await press(history.getByRole('link').first());
  await page.getByRole('button', { name: /^List Invoices, step 2 of 2/ }).waitFor();
  await page.getByRole('button', { name: /^List Invoices, step 2 of 2/ }).click();
  await page.getByRole('button', { name: 'Show raw outputs' }).click();
  await page.getByText('"invoices"').first().waitFor();
  return faults;
}
