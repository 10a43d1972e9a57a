// The first run: the account that administers this server. Shown once.
'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../shell/trpc';
import { Button } from '../ui/button';
import { describeError } from '../ui/describe-error';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { enter } from './enter';
import { FormError, GuestCard } from './guest-card';

const fields = ['name', 'email', 'password', 'code'];

export function SetupPage() {
  const trpc = useTRPC();
  const codeRequired = useQuery(trpc.setup.status.queryOptions()).data?.codeRequired ?? false;
  const [values, setValues] = useState({ name: '', email: '', password: '', code: '' });
  const [entering, setEntering] = useState(false);
  const [signInProblem, setSignInProblem] = useState<string>();
  const create = useMutation({
    ...trpc.setup.create.mutationOptions(),
    onSuccess: async ({ email }) => {
      setEntering(true);
      const failure = await enter(email, values.password);
      if (failure === undefined) window.location.assign('/');
      else {
        setSignInProblem(failure);
        setEntering(false);
      }
    },
  });
  const failure = create.error ? describeError(create.error) : undefined;
  const errorAt = (name: string) => failure?.fields[name];
  const general = failure && !fields.includes(failure.field ?? '') ? failure.message : signInProblem;
  const busy = create.isPending || entering;
  const change = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  const submit = () => {
    const { code, ...account } = values;
    if (!busy) create.mutate(codeRequired ? { ...account, code } : account);
  };
  return (
    <GuestCard
      title="Create your workspace"
      intro="This account administers the server. Everything stays on this machine."
    >
      <form
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormError message={general} />
        <Field label="Name" error={errorAt('name')}>
          <Input autoComplete="name" value={values.name} onChange={change('name')} />
        </Field>
        <Field label="E-mail" error={errorAt('email')}>
          <Input type="email" autoComplete="username" value={values.email} onChange={change('email')} />
        </Field>
        <Field
          label="Password"
          hint={errorAt('password') ? undefined : 'At least 10 characters.'}
          error={errorAt('password')}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={values.password}
            onChange={change('password')}
          />
        </Field>
        {codeRequired && (
          <Field
            label="Code from the terminal"
            hint="The server printed it when it started."
            error={errorAt('code')}
          >
            <Input mono inputMode="numeric" value={values.code} onChange={change('code')} />
          </Field>
        )}
        <Button type="submit" variant="primary" busy={busy}>
          Create workspace
        </Button>
      </form>
    </GuestCard>
  );
}
