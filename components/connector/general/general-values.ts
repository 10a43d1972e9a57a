// The General facts of a connector as a form holds them, what stops such a form, and what the checker says of each field.
import { blankDefinition } from '@/lib/connector/blank';
import { checkConnector } from '@/lib/connector/check-connector';
import { readConnector } from '@/lib/connector/read-connector';
import { limits } from '@/lib/limits';
import type { Problem } from '@/lib/problem';

export type GeneralValues = {
  name: string;
  description: string;
  brandColor: string;
  scheme: 'https' | 'http';
  host: string;
  basePath: string;
};

export type GeneralField = keyof GeneralValues | 'icon';
export type GeneralErrors = Partial<Record<GeneralField, string | undefined>>;
export type GeneralProblems = Partial<Record<GeneralField, Problem[]>>;

export const colorPattern = /^#[0-9a-fA-F]{6}$/;

/** Why a connector cannot have this name; undefined when it can. */
export function nameError(name: string): string | undefined {
  if (name.trim() === '') return 'Connector name is required.';
  return name.trim().length > limits.connectorName.value ? limits.connectorName.sentence : undefined;
}

/** What cannot be kept, by field. Findings about the address are no reason to stop: they are told and can wait. */
export function checkGeneral({ name, brandColor }: { name: string; brandColor: string }): GeneralErrors {
  const errors: GeneralErrors = {};
  const wrongName = nameError(name);
  if (wrongName) errors.name = wrongName;
  if (!colorPattern.test(brandColor))
    errors.brandColor = 'Write the colour as # and six digits, e.g. #175497.';
  return errors;
}

const fieldOfRule: Record<string, GeneralField> = {
  ConnectorNameTooLong: 'name',
  HostNameNotValid: 'host',
  BasePathNotValid: 'basePath',
  SchemeNotSupported: 'scheme',
};

/** The field of the General tab that a finding is about, in any dialect. */
export function generalFieldOf({ rule, at }: Problem): GeneralField | undefined {
  if (rule !== undefined && Object.hasOwn(fieldOfRule, rule)) return fieldOfRule[rule];
  return at === '/info/description' ? 'description' : undefined;
}

/** The findings that stand beside fields of the General tab. */
export function problemsByField(problems: readonly Problem[]): GeneralProblems {
  const found: GeneralProblems = {};
  for (const problem of problems) {
    const field = generalFieldOf(problem);
    if (field) found[field] = [...(found[field] ?? []), problem];
  }
  return found;
}

/** What the checker will say of a connector with this address, before there is one. */
export function problemsOfAddress(address: Pick<GeneralValues, 'scheme' | 'host' | 'basePath'>): Problem[] {
  const blank = blankDefinition({ title: '', description: '', ...address, host: address.host.trim() });
  const { connector } = readConnector(blank);
  return connector ? checkConnector(connector) : [];
}

const addressPattern = /^(?:(https?):\/\/)?((?:\[[^\]/\s]*\]|[^/\s:[\]]+)(?::\d+)?)(\/\S*)?$/i;

/** An address typed into the host splits itself: `http://host/base` fills scheme, host and base URL. */
export function splitAddress(text: string): Partial<GeneralValues> {
  const match = addressPattern.exec(text.trim());
  if (!match) return { host: text.trim() };
  const [, scheme, host = '', path = ''] = match;
  const basePath = path.replace(/\/+$/, '');
  return {
    ...(scheme ? { scheme: scheme.toLowerCase() === 'http' ? 'http' : 'https' } : {}),
    host,
    ...(basePath ? { basePath } : {}),
  };
}
