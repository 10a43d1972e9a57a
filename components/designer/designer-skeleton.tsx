// The frame of the designer in its final geometry while the flow is on its way.
import { Skeleton } from '@/components/ui/skeleton';

export function DesignerSkeleton() {
  return (
    <div className="flex min-h-0 flex-1" role="status" aria-label="The flow is loading">
      <div className="hidden w-72 flex-col gap-4 border-r border-line bg-surface p-3 min-[1100px]:flex">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-52" />
        <Skeleton className="h-4 w-32" />
      </div>
      <div className="flex flex-1 flex-col items-center gap-10 pt-18">
        <div className="h-14 w-66 animate-late rounded-card border border-line bg-surface" />
        <div className="h-14 w-66 animate-late rounded-card border border-line bg-surface" />
      </div>
      <div className="hidden w-105 border-l border-line bg-surface lg:block" />
    </div>
  );
}
