// A call as it left: address, headers, body. Credentials are added later and are never here.

export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

export function RequestAsSent({ request }: { request: SentRequest }) {
  return (
    <div className="grid gap-3">
      <code className="break-all">
        {request.method} {request.url}
      </code>
      <HeaderList headers={request.headers} />
      <p className="text-small text-ink3">Credentials are added when the call leaves and are never shown.</p>
      {request.body && (
        <pre className="rounded-control bg-sunken p-3 font-mono text-small break-all whitespace-pre-wrap">
          {request.body}
        </pre>
      )}
    </div>
  );
}

export function HeaderList({ headers }: { headers: Record<string, string> }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {Object.entries(headers).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-small text-ink3">{name}</dt>
          <dd className="font-mono text-small break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
