// /settings: account, appearance, security, and which private hosts flows may call.
import { SettingsPage } from '@/components/account/settings-page';
import { enter } from '../enter';

export default async function Page() {
  await enter();
  return <SettingsPage />;
}
