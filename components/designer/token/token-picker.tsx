// The picker of dynamic content and expressions, at the left of the inspector.
'use client';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { ExpressionTab } from './expression-tab';
import { usePicker } from './picker-context';
import type { PickerRequest, PickerTab } from './picker-store';
import { TokenList } from './token-list';
import { typeWord } from './type-word';

const width = 400;
const tallest = 460;

const searchWords = { dynamic: 'Search dynamic content', variables: 'Search variables' };

function placeBeside(anchor: HTMLElement): { left: number; top: number; height: number } {
  const field = anchor.getBoundingClientRect();
  const panel = anchor.closest('[data-inspector]')?.getBoundingClientRect() ?? field;
  const height = Math.min(tallest, window.innerHeight - 16);
  const beside = panel.left - width - 10;
  if (beside >= 8) {
    const top = Math.min(Math.max(field.top - 120, 56), window.innerHeight - height - 8);
    return { left: beside, top, height };
  }
  const below = window.innerHeight - field.bottom - 16;
  const left = Math.max(8, Math.min(field.left, window.innerWidth - width - 8));
  if (below > 220) return { left, top: field.bottom + 8, height: Math.min(height, below) };
  return { left, top: 8, height: Math.max(180, field.top - 16) };
}

export function TokenPicker() {
  const picker = usePicker();
  const request = useStore(picker, (state) => state.request);
  if (!request) return null;
  return createPortal(<PickerPanel key={request.mode} request={request} />, document.body);
}

function PickerPanel({ request }: { request: PickerRequest }) {
  const picker = usePicker();
  const query = useStore(picker, (state) => state.query);
  const panel = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState(() => placeBeside(request.anchor));
  const typing = request.mode === 'typing';

  useLayoutEffect(() => setPlace(placeBeside(request.anchor)), [request.anchor]);
  useEffect(() => {
    if (!typing && request.tab !== 'expression') search.current?.focus();
  }, [typing, request.tab]);
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !request.anchor.contains(target)) picker.getState().close();
    };
    const onMove = () => setPlace(placeBeside(request.anchor));
    document.addEventListener('pointerdown', onDown, true);
    window.addEventListener('resize', onMove);
    return () => {
      document.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('resize', onMove);
    };
  }, [picker, request.anchor]);

  const close = () => {
    picker.getState().close();
    request.onClose?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={`Insert into ${request.label}`}
      onKeyDown={onKeyDown}
      style={{ left: place.left, top: place.top, width, maxHeight: place.height }}
      className="fixed z-40 flex animate-pop flex-col overflow-hidden rounded-card bg-raised shadow-float"
    >
      <div className="flex items-center pt-1.5 pr-1.5 pl-3">
        <span className="min-w-0 flex-1 truncate text-small text-ink3">
          Insert into {request.label} ({typeWord(request.field)})
        </span>
        <IconButton icon={<X aria-hidden="true" />} label="Close" size="small" onClick={close} />
      </div>
      <Tabs
        value={request.tab}
        onValueChange={(tab) => picker.getState().setTab(tab as PickerTab)}
        className="flex min-h-0 flex-1 flex-col"
      >
        {request.tab !== 'expression' && (
          <div className="px-3 pt-1">
            <Input
              ref={search}
              role="searchbox"
              aria-label={searchWords[request.tab]}
              placeholder={typing ? 'Keep typing in the field to search' : searchWords[request.tab]}
              leading={<Search aria-hidden="true" />}
              value={query}
              readOnly={typing}
              tabIndex={typing ? -1 : 0}
              onChange={(event) => picker.getState().setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (picker.getState().onKey?.(event.key, event.shiftKey)) event.preventDefault();
              }}
            />
          </div>
        )}
        <TabList label="What to insert" className="mx-3 mt-1 shrink-0">
          <Tab value="dynamic">Dynamic content</Tab>
          <Tab value="expression">Expression</Tab>
          <Tab value="variables">Variables</Tab>
        </TabList>
        <TabPanel value="dynamic" className="flex min-h-0 flex-1 flex-col">
          <TokenList request={request} query={query} onDone={() => picker.getState().close()} />
        </TabPanel>
        <TabPanel value="variables" className="flex min-h-0 flex-1 flex-col">
          <TokenList
            only="variable"
            request={request}
            query={query}
            onDone={() => picker.getState().close()}
          />
        </TabPanel>
        <TabPanel value="expression" className="flex min-h-0 flex-1 flex-col">
          <ExpressionTab request={request} onDone={close} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
