// The buttons at the right edge of a field that takes tokens; seen while the field is used, and always by touch.
import { Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

interface TokenButtonsProps {
  trailing?: ReactNode;
  onSearch(): void;
  onExpression(): void;
}

const keepFocus = (event: React.MouseEvent) => event.preventDefault();

export function TokenButtons({ trailing, onSearch, onExpression }: TokenButtonsProps) {
  return (
    <span className="flex shrink-0 items-center pr-0.5 opacity-0 transition-opacity duration-120 group-focus-within/field:opacity-100 group-hover/field:opacity-100 [@media(hover:none)]:opacity-100">
      {trailing}
      <IconButton
        size="small"
        icon={<Zap aria-hidden="true" />}
        label="Insert dynamic content"
        tooltip="Insert dynamic content ( / )"
        onMouseDown={keepFocus}
        onClick={onSearch}
      />
      <IconButton
        size="small"
        icon={<span aria-hidden="true" className="font-mono text-small before:content-['ƒx']" />}
        label="Insert expression"
        tooltip="Insert expression (Ctrl E)"
        onMouseDown={keepFocus}
        onClick={onExpression}
      />
    </span>
  );
}
