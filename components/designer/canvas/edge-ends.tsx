// Where lines begin and end on a card. React Flow measures elements of these classes; they show nothing.
interface EdgeEndsProps {
  /** Distance of the lower end from the top, in pixels; the lower edge where absent. */
  sourceTop?: number | undefined;
}

export function EdgeEnds({ sourceTop }: EdgeEndsProps) {
  const dot = 'pointer-events-none absolute left-1/2 size-px opacity-0';
  return (
    <>
      <span aria-hidden="true" data-handlepos="top" className={`target ${dot} top-0`} />
      <span
        aria-hidden="true"
        data-handlepos="bottom"
        className={`source ${dot} ${sourceTop === undefined ? 'bottom-0' : ''}`}
        style={sourceTop === undefined ? {} : { top: sourceTop }}
      />
    </>
  );
}
