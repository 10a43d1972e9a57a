// The one place where a thrown thing becomes what a screen reads: `data.appError`.
import { TRPCError } from '@trpc/server';
import { AppError, type AppErrorCode, appErrors } from '@/lib/app-error';
import { limits } from '@/lib/limits';
import { z } from '../zod';

export interface AppErrorData {
  code: AppErrorCode;
  field?: string;
  /** Where an input breaks several rules: the sentence of each field. */
  fields?: Record<string, string>;
  details?: Record<string, unknown>;
}

export interface ReadError {
  message: string;
  data: AppErrorData;
  /** True for a bug of ours: it is logged, and its words are not shown. */
  unexpected: boolean;
}

/** Reads any error that a procedure ended with. */
export function readError(error: TRPCError): ReadError {
  const cause = error.cause;
  if (cause instanceof AppError)
    return { message: cause.message, data: appErrorData(cause), unexpected: cause.code === 'INTERNAL' };
  if (cause instanceof z.ZodError) return readIssues(cause.issues);
  // The one way to break the stack while an input is read.
  if (cause instanceof RangeError && error.code === 'BAD_REQUEST')
    return { message: limits.documentDepth.sentence, data: { code: 'INVALID_INPUT' }, unexpected: false };
  const code = codeOf(error);
  const unexpected = code === 'INTERNAL';
  return { message: unexpected ? appErrors.INTERNAL.sentence : error.message, data: { code }, unexpected };
}

function readIssues(issues: z.core.$ZodIssue[]): ReadError {
  const sentences = new Map<string, string>();
  for (const { path, message } of issues) {
    const field = path.map(String).join('.');
    if (!sentences.has(field)) sentences.set(field, message);
  }
  const [field = '', message = appErrors.INVALID_INPUT.sentence] = [...sentences][0] ?? [];
  const data: AppErrorData = { code: 'INVALID_INPUT' };
  if (field !== '') data.field = field;
  if (sentences.size > 1) data.fields = Object.fromEntries(sentences);
  return { message, data, unexpected: false };
}

/** Turns an AppError into tRPC's own error, so that the HTTP status is right. */
export function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({ code: appErrors[error.code].trpc, message: error.message, cause: error });
}

function appErrorData(error: AppError): AppErrorData {
  const data: AppErrorData = { code: error.code };
  if (error.field !== undefined) data.field = error.field;
  if (error.details !== undefined) data.details = error.details;
  return data;
}

function codeOf(error: TRPCError): AppErrorCode {
  switch (error.code) {
    case 'NOT_FOUND':
      return 'NOT_FOUND';
    case 'PAYLOAD_TOO_LARGE':
      return 'TOO_LARGE';
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
    case 'METHOD_NOT_SUPPORTED':
    case 'UNSUPPORTED_MEDIA_TYPE':
      return 'INVALID_INPUT';
    default:
      return 'INTERNAL';
  }
}
