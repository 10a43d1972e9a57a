// An imported file on its way to a connector: read first, then reviewed, or corrected here where it does not read.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorPanel } from '@/components/ui/error-panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { BrokenFileEditor } from './broken-file-editor';
import { ReviewForm } from './review-form';

export interface ImportedFile {
  fileName: string;
  text: string;
}

interface ImportReviewProps {
  file: ImportedFile;
  solutionId: string | undefined;
  /** The text was corrected; it is kept across a reload. */
  onText: (text: string) => void;
  /** Another file is to be chosen. */
  onBack: () => void;
  /** A connector was made of the file. */
  onMade: () => void;
}

export function ImportReview({ file, solutionId, onText, onBack, onMade }: ImportReviewProps) {
  const trpc = useTRPC();
  const inspect = useMutation(trpc.connectors.inspect.mutationOptions());
  // What is typed into a broken file is inspected when the maker goes on.
  const [asked, setAsked] = useState(file);
  const { mutate } = inspect;
  useEffect(() => mutate(asked), [mutate, asked]);

  if (inspect.isError) return <ErrorPanel error={inspect.error} onRetry={() => mutate(asked)} />;
  if (!inspect.data) return <SkeletonRows rows={8} label={`Reading ${file.fileName}`} />;
  if (!inspect.data.ok) {
    return (
      <BrokenFileEditor
        file={file}
        problems={inspect.data.problems}
        onText={onText}
        onContinue={(text) => setAsked({ ...file, text })}
        onBack={onBack}
      />
    );
  }
  return (
    <ReviewForm file={asked} found={inspect.data} solutionId={solutionId} onBack={onBack} onMade={onMade} />
  );
}
