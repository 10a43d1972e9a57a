// The quiet frame of the two pages before the product: one card on the canvas.
import type { ReactNode } from 'react';
import { ProductMark } from '../shell/product-mark';
import { Awake } from '../ui/awake';

export function GuestCard({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 py-[12vh]">
      <title>{`${title} · Flowright`}</title>
      <div className="w-full max-w-90">
        <div className="mb-5 flex items-center gap-2.5 pl-px">
          <ProductMark />
          <span className="text-panel font-semibold">Flowright</span>
        </div>
        <div className="rounded-box border border-line bg-surface p-6">
          <h1 className="text-page font-semibold">{title}</h1>
          {intro && <p className="mt-1 text-ink2">{intro}</p>}
          <Awake>{children}</Awake>
        </div>
      </div>
    </main>
  );
}

export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="alert" className="rounded-control bg-err-soft px-3 py-2 text-err">
      {message}
    </p>
  );
}
