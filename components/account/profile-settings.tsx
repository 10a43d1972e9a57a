// Who is signed in, and in which environments.
'use client';
import { LogOut } from 'lucide-react';
import { useAccount } from '../shell/environment';
import { leave } from '../shell/sign-out';
import { Button } from '../ui/button';
import { Facts } from '../ui/facts';
import { Panel } from '../ui/panel';
import { SkeletonRows } from '../ui/skeleton';

export function ProfileSettings() {
  const account = useAccount();
  if (!account) return <SkeletonRows rows={3} />;
  return (
    <>
      <Panel title="Account" padded>
        <Facts
          items={[
            { label: 'Name', value: account.name },
            { label: 'E-mail', value: account.email },
            { label: 'Environment', value: account.environment.name },
            { label: 'Role', value: account.role },
          ]}
        />
      </Panel>
      <div>
        <Button icon={<LogOut aria-hidden="true" />} onClick={leave}>
          Sign out
        </Button>
      </div>
    </>
  );
}
