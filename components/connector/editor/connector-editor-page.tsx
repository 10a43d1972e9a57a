// The connector editor: loads one connector and frames its tabs, the Swagger editor and the validation strip.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { NotFound } from '@/components/shell/not-found';
import { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { BrandTile } from '@/components/ui/brand-tile';
import { ButtonLink } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { EmptyState } from '@/components/ui/empty-state';
import { announce } from '@/components/ui/live-region';
import { QueryRegion } from '@/components/ui/query-region';
import { SkeletonRows } from '@/components/ui/skeleton';
import { LinkTabs } from '@/components/ui/tabs';
import { DefinitionTab } from '../definition/definition-tab';
import { GeneralTab } from '../general/general-tab';
import { useGoalFocus, useProblemKeys } from '../problems/go-to-problem';
import { ValidationStrip } from '../problems/validation-strip';
import { SecurityTab } from '../security/security-tab';
import { ConnectorEditorProvider, useEditor, useEditorStore } from '../store/editor-context';
import { SwaggerTab } from '../swagger/swagger-tab';
import { TestTab } from '../test/test-tab';
import { BrokenBanner } from './broken-banner';
import { EditorActionsBar } from './editor-actions-bar';
import { openTabOnClick } from './open-tab';
import { SaveChip } from './save-chip';

const tabs = {
  general: GeneralTab,
  security: SecurityTab,
  definition: DefinitionTab,
  test: TestTab,
  swagger: SwaggerTab,
};
const labels = { general: 'General', security: 'Security', definition: 'Definition', test: 'Test' } as const;

type TabName = keyof typeof tabs;

function isTab(name: string): name is TabName {
  return Object.hasOwn(tabs, name);
}

export function ConnectorEditorPage({ id, tab }: { id: string; tab: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.connectors.get.queryOptions({ id }));
  const isKnown = isTab(tab);
  useEffect(() => {
    if (!isKnown) window.history.replaceState(null, '', `/connectors/${id}/edit/general`);
  }, [isKnown, id]);
  // A question that fails later, while the server restarts, is no reason to take the editor away.
  if (query.data) {
    return (
      <ConnectorEditorProvider key={id} stored={query.data}>
        <EditorFrame tab={isKnown ? tab : 'general'} />
      </ConnectorEditorProvider>
    );
  }
  if (query.error && describeError(query.error).code === 'NOT_FOUND') {
    return <NotFound what="connector" back={{ href: '/connectors', label: 'All connectors' }} />;
  }
  return (
    <AppShell
      breadcrumb={[{ label: 'Connectors', href: '/connectors' }, { label: 'Connector' }]}
      back={{ href: '/connectors', label: 'Back to connectors' }}
    >
      <QueryRegion query={query} what="The connector" skeleton={<SkeletonRows rows={8} />}>
        {() => null}
      </QueryRegion>
    </AppShell>
  );
}

function EditorFrame({ tab }: { tab: TabName }) {
  const stored = useEditor((state) => state.stored);
  const name = useEditor((state) => state.name);
  const color = useEditor((state) => state.connector?.brandColor ?? state.stored.brandColor);
  const isReadable = useEditor((state) => state.connector !== undefined);
  const Content = isReadable || tab === 'swagger' ? tabs[tab] : Unreadable;
  useUndoKey();
  useProblemKeys(tab);
  useGoalFocus(tab);
  const base = `/connectors/${stored.id}/edit`;
  const back = stored.solutionId
    ? { href: `/solutions/${stored.solutionId}`, label: 'Back to the solution' }
    : { href: '/connectors', label: 'Back to connectors' };

  return (
    <div className="contents" onClickCapture={(event) => openTabOnClick(event, base)}>
      <AppShell
        flush
        back={back}
        title={name}
        breadcrumb={[
          { label: 'Connectors', href: '/connectors' },
          { label: name, icon: <BrandTile name={name} color={color} iconUrl={stored.iconUrl} size={20} /> },
        ]}
        status={
          <>
            <Badge>
              Version {stored.version}
              {stored.edited ? ', edited' : ''}
            </Badge>
            <SaveChip />
          </>
        }
        actions={<EditorActionsBar isText={tab === 'swagger'} />}
      >
        {tab !== 'swagger' && isReadable && <BrokenBanner />}
        {tab === 'swagger' ? (
          <div className="min-h-0 flex-1">
            <Content />
          </div>
        ) : (
          <LinkTabs
            label="Connector"
            current={tab}
            items={Object.entries(labels).map(([value, label]) => ({
              value,
              label,
              href: `${base}/${value}`,
            }))}
            className="shrink-0 bg-surface px-4"
            panelClassName={
              tab === 'definition' || tab === 'test' ? 'min-h-0 flex-1' : 'min-h-0 flex-1 overflow-y-auto'
            }
          >
            <Content />
          </LinkTabs>
        )}
        <ValidationStrip tab={tab} />
      </AppShell>
    </div>
  );
}

/** Ctrl+Z outside of a text field, which undoes its own typing. */
function useUndoKey(): void {
  const store = useEditorStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      const target = event.target instanceof Element ? event.target : undefined;
      if (!isUndo || target?.closest('input, textarea, [contenteditable], [role=dialog]')) return;
      event.preventDefault();
      const undone = store.getState().undo();
      announce(undone === undefined ? 'Nothing to undo.' : 'The last change was undone.');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** Where the definition does not read at all, only its text can be shown. */
function Unreadable() {
  const problems = useEditor((state) => state.broken?.problems ?? state.problems);
  const id = useEditor((state) => state.stored.id);
  return (
    <EmptyState
      title="The definition cannot be read."
      actions={<ButtonLink href={`/connectors/${id}/edit/swagger`}>Correct the text</ButtonLink>}
    >
      {problems[0]?.message}
    </EmptyState>
  );
}
