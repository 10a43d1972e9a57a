// Asks for an example of the JSON that a schema is made from.
'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Textarea } from '@/components/ui/input';
import type { JsonValue } from '@/lib/json';
import { parseJsonText } from './json-text';

interface SampleDialogProps {
  onClose(): void;
  onSample(sample: JsonValue): void;
}

export function SampleDialog({ onClose, onSample }: SampleDialogProps) {
  const [text, setText] = useState('');
  const parsed = parseJsonText(text);
  const problem = text.trim() !== '' && 'problem' in parsed ? parsed.problem : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sample payload"
      description="Paste an example of the JSON. Its shape becomes the schema."
      onSubmit={() => {
        if ('value' in parsed && parsed.value !== undefined) onSample(parsed.value);
      }}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit">
            Done
          </Button>
        </>
      }
    >
      <Textarea
        mono
        rows={10}
        aria-label="Sample payload"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && <p className="mt-1 text-small text-err">{problem}</p>}
    </Dialog>
  );
}
