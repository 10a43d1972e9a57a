// 48 px: mark, breadcrumb with the page's title, its chips and actions, environment, search, account.
'use client';
import { ArrowLeft, Search } from 'lucide-react';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { Awake } from '../ui/awake';
import { cx } from '../ui/class-names';
import { IconButton } from '../ui/icon-button';
import { Tooltip } from '../ui/tooltip';
import { AccountMenu } from './account-menu';
import { openCommandPalette } from './command-palette-state';
import { EnvironmentName } from './environment';
import { ProductMark } from './product-mark';

export interface Crumb {
  label: string;
  href?: string | undefined;
  /** Before the label, e.g. a brand tile. */
  icon?: ReactNode;
}

export interface TopBarProps {
  breadcrumb: readonly Crumb[];
  heading?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string } | undefined;
}

const actionsClass = 'flex shrink-0 items-center gap-2 border-line sm:border-l sm:pl-3';
// On narrow screens a page with a way back has too much for one line: its actions take the second.
const ownRow =
  'max-sm:order-last max-sm:-mr-3 max-sm:basis-[calc(100%+12px)] max-sm:overflow-x-auto max-sm:border-t max-sm:px-4 max-sm:py-1.5';

export function TopBar({ breadcrumb, heading, status, actions, back }: TopBarProps) {
  return (
    <header
      className={cx(
        'flex min-h-12 shrink-0 items-center gap-x-2 border-b border-line bg-surface pr-3 sm:h-12 sm:flex-nowrap',
        back && 'flex-wrap',
      )}
    >
      <Link
        href="/"
        aria-label="Flowright, home"
        className={cx(
          'grid h-12 w-14 shrink-0 place-items-center outline-offset-[-4px]',
          back && 'max-sm:w-10',
        )}
      >
        <ProductMark />
      </Link>
      {back && <BackLink href={back.href} label={back.label} />}
      <Breadcrumb crumbs={breadcrumb} heading={heading} />
      {status && (
        <div className="flex min-w-0 overflow-hidden items-center gap-2 text-small text-ink2">{status}</div>
      )}
      <Awake>
        <div className="ml-auto flex shrink-0 items-center gap-2">
          <EnvironmentName />
          <IconButton
            label="Search or jump"
            tooltip="Search or jump (Ctrl K)"
            icon={<Search aria-hidden="true" />}
            onClick={openCommandPalette}
          />
          <AccountMenu />
        </div>
        {actions && <div className={cx(actionsClass, back ? ownRow : 'pl-1')}>{actions}</div>}
      </Awake>
    </header>
  );
}

function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Tooltip content={label}>
      <Link
        href={href}
        aria-label={label}
        className="grid size-8 shrink-0 place-items-center rounded-control text-ink2 hover:bg-hover hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" />
      </Link>
    </Tooltip>
  );
}

function Breadcrumb({ crumbs, heading }: { crumbs: readonly Crumb[]; heading: ReactNode }) {
  const way = crumbs.slice(0, -1);
  const last = crumbs.at(-1);
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2">
      {way.map((crumb) => (
        <Fragment key={`${crumb.href ?? ''} ${crumb.label}`}>
          <CrumbLink crumb={crumb} />
          <span aria-hidden="true" className="hidden text-ink3 md:inline">
            /
          </span>
        </Fragment>
      ))}
      {last?.icon}
      {heading ?? <h1 className="truncate text-panel font-semibold">{last?.label}</h1>}
    </nav>
  );
}

function CrumbLink({ crumb }: { crumb: Crumb }) {
  const className = 'hidden max-w-48 shrink items-center gap-2 truncate text-ink2 md:inline-flex';
  const content = (
    <>
      {crumb.icon}
      <span className="truncate">{crumb.label}</span>
    </>
  );
  if (crumb.href === undefined) return <span className={className}>{content}</span>;
  return (
    <Link href={crumb.href} className={`${className} rounded-chip hover:text-ink hover:underline`}>
      {content}
    </Link>
  );
}
