// Short answers of the listener itself.
import type { ServerResponse } from 'node:http';
import { type AppErrorCode, appErrors } from '@/lib/app-error';

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

export function answerError(response: ServerResponse, code: AppErrorCode, message?: string): void {
  answerJson(response, appErrors[code].http, {
    error: { code, message: message ?? appErrors[code].sentence },
  });
}
