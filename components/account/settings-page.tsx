// Settings: who one is, how the product looks, password and allowed hosts, and what is running.
'use client';
import { AppShell } from '../shell/app-shell';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs';
import { useUrlState } from '../ui/use-url-state';
import { AboutSettings } from './about-settings';
import { AppearanceSettings } from './appearance-settings';
import { ProfileSettings } from './profile-settings';
import { SecuritySettings } from './security-settings';

const tabs = [
  { value: 'profile', label: 'Profile', content: <ProfileSettings /> },
  { value: 'appearance', label: 'Appearance', content: <AppearanceSettings /> },
  { value: 'security', label: 'Security', content: <SecuritySettings /> },
  { value: 'about', label: 'About', content: <AboutSettings /> },
];

export function SettingsPage() {
  const [tab, setTab] = useUrlState('tab', 'profile');
  const current = tabs.some((one) => one.value === tab) ? tab : 'profile';
  return (
    <AppShell breadcrumb={[{ label: 'Settings' }]}>
      <Tabs value={current} onValueChange={setTab} className="max-w-160">
        <TabList label="Settings">
          {tabs.map((one) => (
            <Tab key={one.value} value={one.value}>
              {one.label}
            </Tab>
          ))}
        </TabList>
        {tabs.map((one) => (
          <TabPanel key={one.value} value={one.value} className="flex flex-col gap-4 pt-5">
            {one.content}
          </TabPanel>
        ))}
      </Tabs>
    </AppShell>
  );
}
