// Why a request is not built. Data, never thrown; the sentence names the field as flows write it.

export type RequestFailureCode =
  | 'BodyInvalid'
  | 'HeaderForbidden'
  | 'HeaderNameInvalid'
  | 'HeaderValueInvalid'
  | 'HostInvalid'
  | 'MethodNotAllowed'
  | 'OwnedByConnection'
  | 'ParameterMissing'
  | 'ParameterTypeInvalid'
  | 'ParameterUnknown'
  | 'PathChanged'
  | 'PathValueDots'
  | 'PathValueEmpty'
  | 'RequestTooLarge';

export interface RequestFailure {
  ok: false;
  code: RequestFailureCode;
  message: string;
  /** Key of the parameter, e.g. `id` or `body/amount`. */
  field?: string;
}

/** A failure; `field` where one parameter is to blame. */
export function refuse(code: RequestFailureCode, message: string, field?: string): RequestFailure {
  const failure: RequestFailure = { ok: false, code, message };
  return field === undefined ? failure : { ...failure, field };
}

/** Tells a failure from what was built. */
export function isFailure(value: unknown): value is RequestFailure {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
