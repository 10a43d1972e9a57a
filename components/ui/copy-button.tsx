// Copies a text and says so, to the eye and to the screen reader.
'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonVariant } from './button';
import { IconButton } from './icon-button';
import { announce } from './live-region';

export interface CopyButtonProps {
  /** A function when making the text is costly. */
  text: string | (() => string);
  label?: string | undefined;
  iconOnly?: boolean | undefined;
  variant?: ButtonVariant | undefined;
  size?: 'default' | 'small' | undefined;
}

export function CopyButton({ text, label = 'Copy', iconOnly, variant = 'secondary', size }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(typeof text === 'function' ? text() : text);
    setCopied(done);
    announce(done ? 'Copied.' : 'Copying is not allowed here.', !done);
  };
  const icon = copied ? <Check aria-hidden="true" className="text-ok" /> : <Copy aria-hidden="true" />;
  if (iconOnly)
    return (
      <IconButton label={label} icon={icon} size={size} onClick={copy} tooltip={copied ? 'Copied' : label} />
    );
  return (
    <Button variant={variant} size={size} icon={icon} onClick={copy}>
      {label}
    </Button>
  );
}

/** True when the clipboard took it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
