// The … button at the end of a row; its name says whose menu it is.
'use client';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';
import { Menu } from './menu';

export interface RowMenuProps {
  /** Name of the thing of the row. */
  name: string;
  children: ReactNode;
  variant?: 'ghost' | 'secondary' | undefined;
}

export function RowMenu({ name, children, variant = 'ghost' }: RowMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={`More for ${name}`}
          size={variant === 'ghost' ? 'small' : 'default'}
          variant={variant}
          className="relative z-10"
          icon={<Ellipsis aria-hidden="true" />}
        />
      }
    >
      {children}
    </Menu>
  );
}
