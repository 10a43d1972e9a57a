// The whole JSON of an input or output at the right of the screen; very large ones are cut here and whole as a file.
'use client';
import { Download, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { bytesText } from '@/components/ui/units';
import { prettyText } from './value-rows';

export interface RawText {
  text: string;
  bytes: number;
  truncated: boolean;
}

interface RawPanelProps {
  title: string;
  raw: RawText;
  /** Address of the whole value as a file. */
  href: string;
  onClose(): void;
}

export function RawPanel({ title, raw, href, onClose }: RawPanelProps) {
  const text = prettyText(raw.text);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-backdrop" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-full max-w-180 animate-panel flex-col bg-raised shadow-float outline-none"
        >
          <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate text-panel font-semibold">{title}</Dialog.Title>
            <span className="text-small text-ink3">{bytesText(raw.bytes)}</span>
            <CopyButton text={text} variant="ghost" size="small" />
            <a className={buttonClass('ghost', 'small')} href={href} download>
              <Download aria-hidden="true" />
              Download
            </a>
            <Dialog.Close asChild>
              <IconButton icon={<X aria-hidden="true" />} label="Close" size="small" />
            </Dialog.Close>
          </header>
          {raw.truncated && (
            <p className="border-b border-line bg-warn-soft px-4 py-2 text-small text-warn">
              The first {bytesText(raw.text.length)} of {bytesText(raw.bytes)} are shown. Download has
              everything.
            </p>
          )}
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-auto px-4 py-3 font-mono text-small -outline-offset-2"
          >
            {text}
          </pre>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
