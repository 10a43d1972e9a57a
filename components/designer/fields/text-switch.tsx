// Switches a field between its own controls and free text, where a token or another value can be given.

interface TextSwitchProps {
  asText: boolean;
  /** What it says where the field has its controls, and where it is text. */
  words: readonly [toText: string, back: string];
  onSwitch(): void;
}

export function TextSwitch({ asText, words, onSwitch }: TextSwitchProps) {
  return (
    <button
      type="button"
      className="text-small text-ink2 underline underline-offset-2 hover:text-ink"
      onClick={onSwitch}
    >
      {words[asText ? 1 : 0]}
    </button>
  );
}
