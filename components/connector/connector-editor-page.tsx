// The connector editor: loads one connector and frames its tabs, the Swagger editor and the validation strip.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { AppShell } from '@/components/shell/app-shell';
import { NotFound } from '@/components/shell/not-found';
import { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { BrandTile } from '@/components/ui/brand-tile';
import { Button, ButtonLink } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { ErrorPanel } from '@/components/ui/error-panel';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { SkeletonRows } from '@/components/ui/skeleton';
import { LinkTabs } from '@/components/ui/tabs';
import { notify, notifyError } from '@/components/ui/toast';
import { DefinitionTab } from './definition-tab';
import { downloadText } from './download';
import { ConnectorEditorProvider, useEditor, useEditorStore } from './editor-context';
import { GeneralTab } from './general-tab';
import { SaveChip } from './save-chip';
import { useSaveNow } from './save-draft';
import { SecurityTab } from './security-tab';
import { SwaggerTab } from './swagger-tab';
import { TestTab } from './test-tab';
import { ValidationStrip } from './validation-strip';

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
  const back = { href: '/connectors', label: 'Back to connectors' };
  if (query.isPending) {
    return (
      <AppShell
        breadcrumb={[{ label: 'Connectors', href: '/connectors' }, { label: 'Connector' }]}
        back={back}
      >
        <SkeletonRows rows={8} />
      </AppShell>
    );
  }
  if (query.isError || !isTab(tab)) {
    if (!query.isError || describeError(query.error).code === 'NOT_FOUND') {
      return <NotFound what="connector" back={{ href: '/connectors', label: 'All connectors' }} />;
    }
    return (
      <AppShell
        breadcrumb={[{ label: 'Connectors', href: '/connectors' }, { label: 'Connector' }]}
        back={back}
      >
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      </AppShell>
    );
  }
  return (
    <ConnectorEditorProvider key={id} stored={query.data}>
      <EditorFrame tab={tab} />
    </ConnectorEditorProvider>
  );
}

function EditorFrame({ tab }: { tab: TabName }) {
  const stored = useEditor((state) => state.stored);
  const name = useEditor((state) => state.name);
  const color = useEditor((state) => state.connector?.brandColor ?? state.stored.brandColor);
  const Content = tabs[tab];
  const base = `/connectors/${stored.id}/edit`;
  const back = stored.solutionId
    ? { href: `/solutions/${stored.solutionId}`, label: 'Back to the solution' }
    : { href: '/connectors', label: 'Back to connectors' };

  return (
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
      actions={<EditorActionsBar tab={tab} />}
    >
      {tab === 'swagger' ? (
        <div className="min-h-0 flex-1">
          <Content />
        </div>
      ) : (
        <LinkTabs
          label="Connector"
          current={tab}
          items={Object.entries(labels).map(([value, label]) => ({ value, label, href: `${base}/${value}` }))}
          className="shrink-0 bg-surface px-4"
          panelClassName={
            tab === 'definition' || tab === 'test' ? 'min-h-0 flex-1' : 'min-h-0 flex-1 overflow-y-auto'
          }
        >
          <Content />
        </LinkTabs>
      )}
      <ValidationStrip />
    </AppShell>
  );
}

function EditorActionsBar({ tab }: { tab: TabName }) {
  const store = useEditorStore();
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const stored = useEditor((state) => state.stored);
  const broken = useEditor((state) => state.broken);
  const canUndo = useEditor((state) => state.past.length > 0);
  const saveNow = useSaveNow();
  const publish = useMutation(trpc.connectors.publish.mutationOptions());
  const undoUpdate = useMutation(trpc.connectors.undoUpdate.mutationOptions());
  const base = `/connectors/${stored.id}`;

  const update = async () => {
    try {
      const revision = await saveNow(store);
      const { version } = await publish.mutateAsync({ id: stored.id, revision });
      store.getState().markPublished(version);
      notify(`Updated. Version ${version}.`);
      await queries.invalidateQueries();
    } catch (error) {
      notifyError(error);
    }
  };

  const restore = async () => {
    try {
      await undoUpdate.mutateAsync({ id: stored.id, revision: stored.revision });
      const restored = await queries.fetchQuery({
        ...trpc.connectors.get.queryOptions({ id: stored.id }),
        staleTime: 0,
      });
      store.getState().reload(restored);
      notify('The connector is as it was before the update.');
    } catch (error) {
      notifyError(error);
    }
  };

  return (
    <>
      {tab === 'swagger' ? (
        <ButtonLink variant="ghost" href={`${base}/edit/definition`}>
          Back to the tabs
        </ButtonLink>
      ) : (
        <ButtonLink variant="ghost" href={`${base}/edit/swagger`}>
          Swagger editor
        </ButtonLink>
      )}
      <Menu
        align="end"
        trigger={<IconButton label="More" icon={<MoreHorizontal aria-hidden="true" />} variant="secondary" />}
      >
        <MenuItem
          disabledReason={canUndo ? undefined : 'Nothing was changed yet.'}
          onSelect={() => store.getState().undo()}
        >
          Undo the last change
        </MenuItem>
        <MenuItem onSelect={() => router.push(`${base}/update`)}>Update from OpenAPI file</MenuItem>
        {stored.canUndoUpdate && (
          <MenuItem onSelect={() => void restore()}>
            Undo {stored.undoLabel ?? 'the update from a file'}
          </MenuItem>
        )}
        <MenuItem
          onSelect={() =>
            downloadText(`${stored.slug}.swagger.json`, store.getState().texts().definitionText)
          }
        >
          Download the definition
        </MenuItem>
      </Menu>
      <Button
        variant="primary"
        busy={publish.isPending}
        disabledReason={broken ? 'The Swagger editor holds a text that does not read yet.' : undefined}
        onClick={() => void update()}
      >
        Update connector
      </Button>
    </>
  );
}
