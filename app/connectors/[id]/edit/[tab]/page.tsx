// Guards the route; the layout above draws it.
import { enter } from '../../../../enter';

export default async function Page() {
  await enter();
  return null;
}
