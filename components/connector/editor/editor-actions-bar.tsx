// What can be done with the connector as a whole: Swagger editor, the menu, Update connector.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { describeError } from '@/components/ui/describe-error';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { saveTextFile } from '@/components/ui/save-file';
import { notify, notifyError } from '@/components/ui/toast';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { useEditor, useEditorStore } from '../store/editor-context';
import { useSaveNow } from '../store/save-draft';

export function EditorActionsBar({ isText }: { isText: boolean }) {
  const store = useEditorStore();
  const router = useRouter();
  const stored = useEditor((state) => state.stored);
  const isBroken = useEditor((state) => state.broken !== undefined);
  const canUndo = useEditor((state) => state.past.length > 0 || state.broken !== undefined);
  const isEdited = useEditor((state) => state.stored.edited || state.save !== 'saved');
  const [discarding, setDiscarding] = useState(false);
  const server = useServerActions();
  const base = `/connectors/${stored.id}`;

  return (
    <>
      <ButtonLink variant="ghost" href={`${base}/edit/${isText ? 'definition' : 'swagger'}`}>
        {isText ? 'Back to the tabs' : 'Swagger editor'}
      </ButtonLink>
      <Menu
        align="end"
        trigger={<IconButton label="More" icon={<MoreHorizontal aria-hidden="true" />} variant="secondary" />}
      >
        <MenuItem
          shortcut="Ctrl Z"
          disabledReason={canUndo ? undefined : 'Nothing was changed since the connector was opened.'}
          onSelect={() => store.getState().undo()}
        >
          Undo the last change
        </MenuItem>
        <MenuItem onSelect={() => void server.saved().then(() => router.push(`${base}/update`))}>
          Update from OpenAPI file
        </MenuItem>
        {stored.canUndoUpdate && (
          <MenuItem description="Edits made since then go with it." onSelect={() => void server.undoUpdate()}>
            Undo {stored.undoLabel ?? 'the update from a file'}
          </MenuItem>
        )}
        <MenuItem
          onSelect={() =>
            saveTextFile(`${stored.slug}.swagger.json`, store.getState().texts().definitionText)
          }
        >
          Download the definition
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          disabledReason={isEdited ? undefined : `Version ${stored.version} has no edits.`}
          onSelect={() => setDiscarding(true)}
        >
          Discard the draft
        </MenuItem>
      </Menu>
      <Button
        variant="primary"
        busy={server.isPublishing}
        disabledReason={
          isBroken
            ? 'The Swagger editor holds a text that does not read. Correct it or give it up first.'
            : undefined
        }
        onClick={() => void server.publish()}
      >
        Update connector
      </Button>
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title="Discard the draft?"
        description={`Every edit since version ${stored.version} is lost. Flows go on as they do now.`}
        confirmLabel="Discard the draft"
        danger
        busy={server.isDiscarding}
        onConfirm={() => void server.discard().then(() => setDiscarding(false))}
      />
    </>
  );
}

/** Update connector, Undo update and Discard, each beginning with what is unsaved and ending with what the server has. */
function useServerActions() {
  const store = useEditorStore();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saveNow = useSaveNow();
  const publishing = useMutation(trpc.connectors.publish.mutationOptions());
  const undoing = useMutation(trpc.connectors.undoUpdate.mutationOptions());
  const discarding = useMutation(trpc.connectors.discardDraft.mutationOptions());
  const { id } = store.getState().stored;

  const takeOver = async () => {
    const query = { ...trpc.connectors.get.queryOptions({ id }), staleTime: 0 };
    store.getState().reload(await queries.fetchQuery(query));
    void queries.invalidateQueries({ queryKey: trpc.connectors.list.queryKey() });
  };

  /** A draft that is older than the stored one offers the way out beside its name. */
  const tell = (error: unknown) => {
    const { code, message } = describeError(error);
    if (code === 'STALE_EDIT') store.getState().markUnsaved('stale', message);
    notifyError(error);
  };

  const publish = useOneAtATime(async () => {
    try {
      const revision = await saveNow(store);
      const { version } = await publishing.mutateAsync({ id, revision });
      store.getState().markPublished(version);
      notify(`Updated. Version ${version}.`);
      await queries.invalidateQueries();
    } catch (error) {
      tell(error);
    }
  });

  return {
    /** What was typed last is part of what a file is compared with. */
    saved: () => saveNow(store).catch(() => undefined),
    isPublishing: publish.busy,
    isDiscarding: discarding.isPending,
    publish: publish.run,
    async undoUpdate() {
      try {
        const revision = await saveNow(store);
        await undoing.mutateAsync({ id, revision });
        await takeOver();
        notify('The connector is as it was before the update.');
      } catch (error) {
        tell(error);
      }
    },
    async discard() {
      try {
        // A save that is on its way would bring the draft back.
        await saveNow(store).catch(() => undefined);
        await discarding.mutateAsync({ id, revision: store.getState().stored.revision });
        await takeOver();
        notify(`The connector is as version ${store.getState().stored.version} has it.`);
      } catch (error) {
        tell(error);
      }
    },
  };
}
