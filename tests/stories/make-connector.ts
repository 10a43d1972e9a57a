// Exercise 1: make the Contoso invoicing connector from its OpenAPI file and try it. Steps and names are the exercise's own.
import { expect } from 'vitest';
import type { Person } from '../support/person';
import { takeScreens } from '../support/screens';

export interface ExerciseFiles {
  swagger: Buffer;
  logo: Buffer;
  key: string;
  /** `127.0.0.1:PORT` of the sample API. */
  host: string;
}

/** Copies the key, saves the definition and the logo, as the exercise's first unit has it. */
export async function collectFiles(sampleUrl: string): Promise<ExerciseFiles> {
  const bytes = async (path: string) => Buffer.from(await (await fetch(`${sampleUrl}${path}`)).arrayBuffer());
  const answer = await fetch(`${sampleUrl}/api-key`, { method: 'POST' });
  const { key } = (await answer.json()) as { key: string };
  return {
    swagger: await bytes('/swagger.json'),
    logo: await bytes('/logo.png'),
    key,
    host: new URL(sampleUrl).host,
  };
}

/** Plays the exercise; returns what axe found serious on the screens taken. */
export async function makeConnector(person: Person, files: ExerciseFiles): Promise<string[]> {
  const { page, press, type, choose } = person;
  const faults: string[] = [];

  await press(page.getByRole('link', { name: 'Solutions', exact: true }));
  await press(page.getByRole('button', { name: 'New solution' }).first());
  await type(page.getByRole('textbox', { name: 'Display name' }), 'Contoso invoicing');
  await press(page.getByRole('combobox', { name: 'Publisher' }));
  await press(page.getByRole('option', { name: 'CDS Default Publisher' }));
  await press(page.getByRole('button', { name: 'Create', exact: true }));

  await press(page.getByRole('button', { name: 'New', exact: true }));
  await press(page.getByRole('menuitem', { name: 'Automation' }));
  await press(page.getByRole('menuitem', { name: 'Custom connector' }));

  await type(page.getByRole('textbox', { name: 'Connector name' }), 'Contoso invoicing');
  await page.getByText('17 of 30').waitFor();
  await choose(page.getByRole('button', { name: /upload/i }), {
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: files.logo,
  });
  await type(page.getByRole('textbox', { name: 'Icon background color' }), '#175497');
  await type(page.getByRole('textbox', { name: 'Description' }), 'Contoso Invoicing API');
  await type(page.getByRole('textbox', { name: 'Host' }), files.host);
  await press(page.getByRole('button', { name: 'Create connector' }));
  await page.getByText('Contoso invoicing was created.').first().waitFor();

  await press(page.getByRole('link', { name: /back/i }).first());
  await press(page.getByRole('table').getByRole('button', { name: 'More for Contoso invoicing' }));
  await press(page.getByRole('menuitem', { name: 'Update from OpenAPI file' }));
  await choose(page.getByRole('button', { name: 'Import' }), {
    name: 'swagger.json',
    mimeType: 'application/json',
    buffer: files.swagger,
  });
  await page.getByText('9 new operations').first().waitFor();
  await press(page.getByRole('button', { name: 'Continue' }));
  await type(page.getByRole('textbox', { name: 'Host' }), files.host);
  expect(await page.getByRole('textbox', { name: 'Connector name' }).inputValue()).toBe('Contoso invoicing');
  expect(await page.getByRole('textbox', { name: 'Icon background color' }).inputValue()).toBe('#175497');

  await press(page.getByRole('tab', { name: 'Security' }));
  await page.getByText('Filled from the imported file').first().waitFor();
  expect(await page.getByRole('textbox', { name: 'Parameter name' }).inputValue()).toBe('X-API-KEY');

  await press(page.getByRole('tab', { name: 'Definition' }));
  await page.getByText('Actions (9)').waitFor();
  const operation = (id: string) => page.getByRole('option', { name: new RegExp(`^${id}\\b`) });
  await expectMarks(person, { warning: ['GetInvoice'], info: ['PayInvoice'] });
  await press(operation('GetInvoice'));
  await page.getByText('Summary is missing').first().waitFor();
  faults.push(...(await takeScreens(page, `${person.hand}-connector-definition`)));
  await type(page.getByRole('textbox', { name: 'Summary' }), 'Get Invoice');
  await expectMarks(person, { warning: [], info: ['PayInvoice'] });
  await press(operation('PayInvoice'));
  await type(page.getByRole('textbox', { name: 'Description' }), 'Pay an invoice');
  await expectMarks(person, { warning: [], info: [] });
  for (const id of ['NewInvoiceRegister', 'NewInvoiceRemove']) {
    await press(operation(id));
    await press(page.getByRole('button', { name: 'Delete operation' }));
    await operation(id).waitFor({ state: 'detached' });
  }
  await page.getByText('Actions (7)').waitFor();
  await press(operation('GetInvoiceSchema'));
  await press(page.getByRole('radio', { name: 'internal' }));
  await press(page.getByRole('button', { name: 'Update connector' }));
  await page.getByText('Updated. Version 2.').first().waitFor();

  await press(page.getByRole('tab', { name: 'Test' }));
  await press(page.getByRole('button', { name: 'New connection' }));
  await type(page.getByLabel('API Key', { exact: true }), files.key);
  await press(page.getByRole('button', { name: 'Create connection' }));
  await press(page.getByRole('button', { name: 'Refresh' }));
  await press(operation('ListInvoiceTypes'));
  await press(page.getByRole('button', { name: 'Test operation' }));
  await page.getByText('200 OK').first().waitFor();
  await page.getByText('Non-Purchase Order').first().waitFor();
  await page.getByText('Matches the 200 schema').first().waitFor();
  faults.push(...(await takeScreens(page, `${person.hand}-connector-test`)));
  return faults;
}

/** The list shows exactly these orange triangles and blue circles. */
async function expectMarks(person: Person, wanted: { warning: string[]; info: string[] }): Promise<void> {
  const marked = async (severity: string) => {
    const options = person.page.getByRole('option', { name: new RegExp(` ${severity}$`) });
    const names = await options.evaluateAll((found) =>
      found.map((option) => option.getAttribute('data-operation') ?? ''),
    );
    return names;
  };
  await expect.poll(() => marked('Warning')).toEqual(wanted.warning);
  await expect.poll(() => marked('Information')).toEqual(wanted.info);
}
