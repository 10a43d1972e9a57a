// /: what needs attention, what ran last, what was changed last.
import { HomePage } from '@/components/home/home-page';
import { enter } from './enter';

export default async function Page() {
  await enter();
  return <HomePage />;
}
