// The steps and triggers every flow has without a connector.

import { Panel } from '@/components/ui/panel';
import { builtInActions, builtInTriggers } from '@/lib/flow/built-in';

const all = [...builtInTriggers, ...builtInActions];
const groups = [...new Set(all.map((entry) => entry.group))];

export function BuiltInList() {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink2">These come with the product. Add them to a flow in the designer.</p>
      {groups.map((group) => (
        <Panel key={group} title={group}>
          <ul>
            {all
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <li
                  key={entry.label}
                  className="grid min-h-row grid-cols-1 items-center gap-x-4 border-t border-line px-4 py-1.5 sm:grid-cols-[220px_1fr]"
                >
                  <span className="font-medium">{entry.label}</span>
                  <span className="text-ink2">{entry.description}</span>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
