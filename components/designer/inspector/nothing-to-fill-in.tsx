// Said where a step asks for nothing.
export function NothingToFillIn() {
  return (
    <p className="text-ink2">
      No additional information is needed for this step. Later steps can use what it gives.
    </p>
  );
}
