// The frame of a list: tools above, one bordered region below.
import type { ReactNode } from 'react';

export function ListPage({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex max-w-350 flex-col gap-3">
      {tools && <div className="flex flex-wrap items-center gap-2">{tools}</div>}
      <div className="overflow-hidden rounded-card border border-line bg-surface">{children}</div>
    </div>
  );
}
