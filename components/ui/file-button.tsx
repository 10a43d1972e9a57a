// Chooses a file, by button or by dropping one on a region.
'use client';
import { type ComponentProps, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { cx } from './class-names';

export interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** As in HTML: ".json,.yaml". */
  accept?: string | undefined;
  onFile: (file: File) => void;
}

export function FileButton({ accept, onFile, children, ...rest }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

export interface DropZoneProps {
  onFile: (file: File) => void;
  children: ReactNode;
  /** Shown over the region while a file hovers above it. */
  hint: string;
  className?: string | undefined;
}

export function DropZone({ onFile, children, hint, className }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the same is offered by a button
    <div
      className={cx('relative', className)}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute -inset-2 z-30 grid place-items-center rounded-box border-2 border-dashed border-accent bg-accent-soft/90 font-semibold text-accent">
          {hint}
        </div>
      )}
    </div>
  );
}
