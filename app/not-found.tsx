// What an address without a page shows.
import { GuestCard } from '@/components/account/guest-card';
import { ButtonLink } from '@/components/ui/button';

export default function Page() {
  return (
    <GuestCard title="There is no such page" intro="The address may be mistyped.">
      <ButtonLink href="/" className="mt-4">
        Go home
      </ButtonLink>
    </GuestCard>
  );
}
