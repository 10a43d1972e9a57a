// How the name of an action is shown to people: the key `List_Invoices` reads "List Invoices".

/** Name as key -> shown title. */
export function titleOf(name: string): string {
  return name.replaceAll('_', ' ');
}
