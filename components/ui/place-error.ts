// Puts an error of the server beside the field it names, or apart from all where the form has no such field.
import { describeError } from './describe-error';

export interface PlacedError<F extends string> {
  byField: Partial<Record<F, string>>;
  /** The sentence for the foot of the form. */
  elsewhere: string | undefined;
}

/** `fields` are the form's own names by the names that the server gives them. */
export function placeError<F extends string>(
  error: unknown,
  fields: Readonly<Record<string, F>>,
): PlacedError<F> {
  if (!error) return { byField: {}, elsewhere: undefined };
  const { message, field } = describeError(error);
  const own = field !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (own === undefined) return { byField: {}, elsewhere: message };
  return { byField: { [own]: message } as Partial<Record<F, string>>, elsewhere: undefined };
}
