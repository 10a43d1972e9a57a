// Theme and density, kept in this browser and applied at once.
'use client';
import { usePreferences } from '../shell/preferences';
import { Panel } from '../ui/panel';
import { Segmented } from '../ui/segmented';

export function AppearanceSettings() {
  const { theme, density, change } = usePreferences();
  return (
    <Panel title="Looks" padded>
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <span className="font-medium">Theme</span>
          <Segmented
            label="Theme"
            value={theme}
            onValueChange={(next) => change({ theme: next })}
            options={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </div>
        <div className="flex flex-col gap-1">
          <span className="font-medium">Density</span>
          <Segmented
            label="Density"
            value={density}
            onValueChange={(next) => change({ density: next })}
            options={[
              { value: 'compact', label: 'Compact' },
              { value: 'default', label: 'Standard' },
              { value: 'comfortable', label: 'Comfortable' },
            ]}
          />
        </div>
        <p className="text-small text-ink3">Kept in this browser.</p>
      </div>
    </Panel>
  );
}
