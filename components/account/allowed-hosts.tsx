// Private addresses that connectors may call. Public ones need no entry.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { Button } from '../ui/button';
import { describeError } from '../ui/describe-error';
import { Field } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { Input } from '../ui/input';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';
import { RelativeTime } from '../ui/relative-time';
import { notify, notifyError } from '../ui/toast';

export function AllowedHosts() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const hosts = useQuery(trpc.hosts.list.queryOptions());
  const [host, setHost] = useState('');
  const reload = () => queryClient.invalidateQueries({ queryKey: trpc.hosts.list.queryKey() });
  const allow = useMutation({
    ...trpc.hosts.allow.mutationOptions(),
    onSuccess: () => {
      setHost('');
      reload();
    },
  });
  const remove = useMutation({
    ...trpc.hosts.remove.mutationOptions(),
    onSuccess: (_, { host: removed }) => {
      reload();
      notify(`${removed} is no longer allowed.`, {
        action: { label: 'Undo', run: () => allow.mutate({ host: removed }) },
      });
    },
    onError: notifyError,
  });
  const submit = () => {
    if (host.trim() !== '' && !allow.isPending) allow.mutate({ host: host.trim() });
  };
  return (
    <Panel title="Allowed hosts">
      <p className="px-4 pb-3 text-ink2">
        Connectors may call any public address. An address on this machine or in a private network is refused
        until it is allowed here.
      </p>
      <QueryRegion query={hosts} what="The allowed hosts">
        {(list) => (
          <ul className="border-t border-line">
            {list.map((entry) => (
              <li key={entry.host} className="flex h-row items-center gap-3 border-b border-line px-4">
                <code className="flex-1">{entry.host}</code>
                <span className="text-small text-ink3">
                  {entry.fixed
                    ? 'set when the server starts'
                    : entry.createdAt && <RelativeTime time={entry.createdAt} />}
                </span>
                {!entry.fixed && (
                  <IconButton
                    label={`Remove ${entry.host}`}
                    size="small"
                    icon={<Trash2 aria-hidden="true" />}
                    onClick={() => remove.mutate({ host: entry.host })}
                  />
                )}
              </li>
            ))}
            {list.length === 0 && (
              <li className="border-b border-line px-4 py-2 text-ink3">No private address is allowed.</li>
            )}
          </ul>
        )}
      </QueryRegion>
      <form
        noValidate
        className="flex items-end gap-2 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label="Host and port"
          className="flex-1"
          error={allow.error ? describeError(allow.error).message : undefined}
        >
          <Input
            mono
            placeholder="127.0.0.1:5080"
            value={host}
            onChange={(event) => setHost(event.target.value)}
          />
        </Field>
        <Button type="submit" busy={allow.isPending} className="self-start mt-[22px]">
          Allow
        </Button>
      </form>
    </Panel>
  );
}
