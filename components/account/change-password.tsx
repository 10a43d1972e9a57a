// Changes the password. Every session ends with it, and this browser signs in again with the new one.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '../shell/environment';
import { useTRPC } from '../shell/trpc';
import { Button } from '../ui/button';
import { describeError } from '../ui/describe-error';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Panel } from '../ui/panel';
import { notify } from '../ui/toast';
import { enter } from './enter';
import { FormError } from './guest-card';

export function ChangePassword() {
  const trpc = useTRPC();
  const email = useAccount()?.email ?? '';
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    ...trpc.account.changePassword.mutationOptions(),
    onSuccess: async () => {
      const failure = await enter(email, next);
      if (failure !== undefined) {
        window.location.assign('/signin?next=/settings');
        return;
      }
      setCurrent('');
      setNext('');
      notify('Password changed. Other sessions have ended.');
    },
  });
  const failure = change.error ? describeError(change.error) : undefined;
  const general = failure && failure.field === undefined ? failure.message : undefined;
  const submit = () => {
    if (!change.isPending) change.mutate({ current, next });
  };
  return (
    <Panel title="Change password" padded>
      <form
        noValidate
        className="flex max-w-80 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <FormError message={general} />
        <Field label="Present password" error={failure?.fields.current}>
          <Input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field
          label="New password"
          hint={failure?.fields.next ? undefined : 'At least 10 characters.'}
          error={failure?.fields.next}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" busy={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Panel>
  );
}
