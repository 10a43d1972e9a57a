// The one error class, its closed list of codes, and the one table from a code to what each door says.

/** Every code, with what it is over HTTP and in tRPC, and the sentence where none is given. */
export const appErrors = {
  NOT_FOUND: { http: 404, trpc: 'NOT_FOUND', sentence: 'This does not exist, or not in this environment.' },
  UNAUTHENTICATED: { http: 401, trpc: 'UNAUTHORIZED', sentence: 'Sign in to go on.' },
  FORBIDDEN: { http: 403, trpc: 'FORBIDDEN', sentence: 'Your role does not allow this.' },
  INVALID_INPUT: { http: 400, trpc: 'BAD_REQUEST', sentence: 'Something in the request breaks a rule.' },
  STALE_EDIT: { http: 409, trpc: 'CONFLICT', sentence: 'This was changed in another window.' },
  NAME_TAKEN: { http: 409, trpc: 'CONFLICT', sentence: 'This name is already used here.' },
  HAS_DEPENDENTS: { http: 409, trpc: 'CONFLICT', sentence: 'Other things depend on this.' },
  TOO_LARGE: { http: 413, trpc: 'PAYLOAD_TOO_LARGE', sentence: 'This is larger than the limit.' },
  TOO_MANY: { http: 429, trpc: 'TOO_MANY_REQUESTS', sentence: 'Too many requests; wait a moment.' },
  NOT_READY: {
    http: 409,
    trpc: 'PRECONDITION_FAILED',
    sentence: 'This is not possible in the present state.',
  },
  UNAVAILABLE: {
    http: 503,
    trpc: 'SERVICE_UNAVAILABLE',
    sentence: 'This part of the product is not running.',
  },
  INTERNAL: { http: 500, trpc: 'INTERNAL_SERVER_ERROR', sentence: 'Something went wrong on our side.' },
} as const satisfies Record<string, { http: number; trpc: string; sentence: string }>;

export type AppErrorCode = keyof typeof appErrors;

export interface AppErrorOptions {
  cause?: unknown;
  /** What a form needs to show the message next to its field. */
  field?: string;
  /** Facts for the screen, e.g. the names of dependents. Never secrets. */
  details?: Record<string, unknown>;
}

/** A failure a caller can do something about; anything else thrown is a bug. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly field: string | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: AppErrorCode, message?: string, options: AppErrorOptions = {}) {
    super(message ?? appErrors[code].sentence, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.field = options.field;
    this.details = options.details;
  }
}
