// The mark: two steps and the line between them.
export function ProductMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={className ?? 'size-5'}>
      <path d="M3 3h6v6H3zM11 11h6v6h-6zM6 9v5h5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
