// The password, and for administrators the private addresses that connectors may call.
'use client';
import { useAccount } from '../shell/environment';
import { AllowedHosts } from './allowed-hosts';
import { ChangePassword } from './change-password';

export function SecuritySettings() {
  const account = useAccount();
  return (
    <>
      <ChangePassword />
      {account?.serverAdministrator && <AllowedHosts />}
    </>
  );
}
